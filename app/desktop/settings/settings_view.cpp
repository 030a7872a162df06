// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings/settings_view.h"

#include "desktop/frame/moments.h"
#include "desktop/settings/autostart.h"
#include "words/words.h"

#include <QLocale>
#include <QTimeZone>

#include <array>

namespace freehold::desktop {

namespace {
constexpr std::array languageCodes{"", "en", "de"}; // the first follows the system

/// Zones as people name them: "Europe/Berlin", no "Etc" and no three letters.
const QStringList &zones()
{
    static const QStringList all = [] {
        QStringList names;
        for (const auto &id : QTimeZone::availableTimeZoneIds()) {
            const QString name = QString::fromUtf8(id);
            if (name.contains(u'/') && !name.startsWith(u"Etc/") && !name.startsWith(u"SystemV/")
                && !name.startsWith(u"posix/") && !name.startsWith(u"right/"))
                names.append(name);
        }
        names.sort();
        return names;
    }();
    return all;
}
} // namespace

SettingsView::SettingsView(HouseData &data, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , data_(data)
    , preferences_(preferences)
    , people_(data)
{
    for (const auto signal :
        {&HouseData::statusChanged, &HouseData::devicesChanged, &HouseData::peopleChanged})
        connect(&data_, signal, this, &SettingsView::changed);
    connect(&preferences_, &Preferences::languageChanged, this, &SettingsView::languageChanged);
}

QString SettingsView::machine() const
{
    if (const auto *device = data_.thisDevice())
        return json::toQString(device->name);
    return data_.status() ? json::toQString(data_.status()->engine.device) : QString();
}

QString SettingsView::house() const
{
    return data_.house() ? json::toQString(data_.house()->name) : QString();
}

bool SettingsView::isOwner() const
{
    return data_.client().greeting().role == contract::Role::owner;
}

QString SettingsView::version() const
{
    return QStringLiteral(FREEHOLD_VERSION);
}

QStringList SettingsView::timezones() const
{
    QStringList shown = zones();
    shown.replaceInStrings(QStringLiteral("_"), QStringLiteral(" "));
    return shown;
}

int SettingsView::timezone() const
{
    return data_.house() ? static_cast<int>(zones().indexOf(json::toQString(data_.house()->timezone))) : -1;
}

QStringList SettingsView::roles() const
{
    return {capitalised(words::name(contract::Role::guest)), capitalised(words::name(contract::Role::member)),
        capitalised(words::name(contract::Role::owner))};
}

QStringList SettingsView::languages() const
{
    // Each in its own language, so that who can't read the present one finds theirs.
    return {tr("As the system: %1").arg(QLocale::system().nativeLanguageName()), QStringLiteral("English"),
        QStringLiteral("Deutsch")};
}

int SettingsView::language() const
{
    const auto *found = std::ranges::find(languageCodes, preferences_.language().toStdString());
    return found == languageCodes.end() ? 0 : static_cast<int>(found - languageCodes.begin());
}

bool SettingsView::startsAtLogin() const
{
    return autostart::isOn();
}

void SettingsView::renameMachine(const QString &name)
{
    if (const auto *device = data_.thisDevice())
        data_.act(contract::DeviceRename{device->id, name.toStdString()}, this);
    Q_EMIT changed();
}

void SettingsView::renameHouse(const QString &name)
{
    data_.act(contract::HouseRename{name.toStdString()}, this);
    Q_EMIT changed();
}

void SettingsView::setTimezone(int index)
{
    if (index >= 0 && index < zones().size() && index != timezone())
        data_.act(contract::HouseSetTimezone{zones().at(index).toStdString()}, this);
    Q_EMIT changed();
}

void SettingsView::setLanguage(int index)
{
    if (index >= 0 && index < static_cast<int>(languageCodes.size()))
        preferences_.setLanguage(QString::fromLatin1(languageCodes[static_cast<std::size_t>(index)]));
}

void SettingsView::setStartsAtLogin(bool starts)
{
    if (const auto done = autostart::set(starts); !done)
        Q_EMIT data_.failed(done.error());
    Q_EMIT startsAtLoginChanged();
}

} // namespace freehold::desktop
