// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/value_words.h"

#include "words/words.h"

#include <QCoreApplication>

#include <array>

namespace freehold::desktop {

namespace {
struct KeyName {
    std::string_view key;
    const char *name;
};

constexpr std::array keyNames{
    KeyName{"name", QT_TRANSLATE_NOOP("ValueWords", "Name")},
    KeyName{"owner", QT_TRANSLATE_NOOP("ValueWords", "Owner")},
    KeyName{"kind", QT_TRANSLATE_NOOP("ValueWords", "Kind")},
    KeyName{"role", QT_TRANSLATE_NOOP("ValueWords", "Role")},
    KeyName{"domain", QT_TRANSLATE_NOOP("ValueWords", "Domain")},
    KeyName{"timezone", QT_TRANSLATE_NOOP("ValueWords", "Time zone")},
    KeyName{"birth_year", QT_TRANSLATE_NOOP("ValueWords", "Year of birth")},
    KeyName{"mac", QT_TRANSLATE_NOOP("ValueWords", "Hardware address")},
    KeyName{"format", QT_TRANSLATE_NOOP("ValueWords", "Format")},
};

} // namespace

QString valueName(const contract::Difference &difference)
{
    const auto *known = std::ranges::find(keyNames, difference.key, &KeyName::key);
    if (known != keyNames.end())
        return QCoreApplication::translate("ValueWords", known->name);
    return json::toQString(difference.key);
}

QString valueText(
    const contract::Difference &difference, const std::optional<std::string> &value, const HouseData &data)
{
    if (!value)
        return {};
    QString text = json::toQString(*value);
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front())
        text = text.mid(1, text.size() - 2);
    if (difference.key == "owner") {
        const auto *person = data.person(text.toStdString());
        if (person)
            return json::toQString(person->name);
        return text == u"house" ? QCoreApplication::translate("ValueWords", "the whole house") : text;
    }
    if (difference.key == "kind")
        if (const auto kind = contract::fromName<contract::DeviceKind>(text.toStdString()))
            return words::name(*kind);
    if (difference.key == "role")
        if (const auto role = contract::fromName<contract::Role>(text.toStdString()))
            return words::name(*role);
    return text;
}

} // namespace freehold::desktop
