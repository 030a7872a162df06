// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/values.h"
#include "words/words.h"

#include "support/json.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)

public:
    static QString expectation(const QString &form);
    static QString seal(const QString &wire);
    static QString of(contract::DeviceKind kind);
    static QString of(contract::Role role);
    static QString of(contract::ChangeState state);
    static QString of(contract::PairingState state);
};

QString Names::of(contract::DeviceKind kind)
{
    using enum contract::DeviceKind;
    switch (kind) {
    case unknown:
        return tr("device");
    case computer:
        return tr("computer");
    case laptop:
        return tr("laptop");
    case phone:
        return tr("phone");
    case tablet:
        return tr("tablet");
    case television:
        return tr("television");
    case speaker:
        return tr("speaker");
    case printer:
        return tr("printer");
    case camera:
        return tr("camera");
    case storage:
        return tr("storage");
    case gateway:
        return tr("gateway");
    case console:
        return tr("game console");
    case light:
        return tr("light");
    }
    return {};
}

QString Names::of(contract::Role role)
{
    using enum contract::Role;
    switch (role) {
    case guest:
        return tr("guest");
    case member:
        return tr("member");
    case owner:
        return tr("owner");
    }
    return {};
}

QString Names::of(contract::ChangeState state)
{
    using enum contract::ChangeState;
    switch (state) {
    case trial:
        return tr("being tried");
    case kept:
        return tr("kept");
    case converging:
        return tr("kept, still taking effect");
    case undone:
        return tr("taken back");
    case rolled_back:
        return tr("went back by itself");
    case waiting:
        return tr("waiting to take effect");
    case refused:
        return tr("not taken in");
    case choice:
        return tr("left out: a choice is needed");
    }
    return {};
}

QString Names::of(contract::PairingState state)
{
    using enum contract::PairingState;
    switch (state) {
    case waiting_for_digits:
        return tr("the digits that it shows");
    case waiting_for_confirmation:
        return tr("a yes over there");
    case joining:
        return tr("its copy of the house");
    case joined:
        return tr("nothing: it has joined");
    case over:
        return tr("nothing: it is over");
    }
    return {};
}

QString Names::expectation(const QString &form)
{
    const std::pair<QLatin1StringView, QString> forms[]{
        {QLatin1StringView("text"), tr("a text, in quotation marks")},
        {QLatin1StringView("integer"), tr("a whole number")},
        {QLatin1StringView("a whole number"), tr("a whole number")},
        {QLatin1StringView("six digits"), tr("the six digits that the other machine shows")},
        {QLatin1StringView("boolean"), tr("true or false")},
        {QLatin1StringView("true or false"), tr("true or false")},
        {QLatin1StringView("time"), tr("a time, as in 2026-11-23T16:40:00Z")},
        {QLatin1StringView("a time, as in 2026-11-23T16:40:00Z"), tr("a time, as in 2026-11-23T16:40:00Z")},
        {QLatin1StringView("public-key"), tr("a public key, as in “ssh-ed25519 AAAA…”")},
        {QLatin1StringView("base64"), tr("base64 text")},
        {QLatin1StringView("timezone"), tr("the name of a time zone, as in Europe/Berlin")},
        {QLatin1StringView("domain-name"), tr("a domain name, as in smith.example")},
        {QLatin1StringView("mac"), tr("a network address, as in 9c:6b:00:2f:41:d8")},
        {QLatin1StringView("user-name"), tr("the name of a user of this machine")},
        {QLatin1StringView("id"), tr("an id: small letters, digits and hyphens")},
        {QLatin1StringView("a list"), tr("a list")},
        {QLatin1StringView("a change that this machine may take back"),
            tr("a change that this machine could still take back")},
        {QLatin1StringView("removal"), tr("what removing the machine on this one writes there by itself")},
    };
    const auto *found = std::ranges::find(forms, form, &std::pair<QLatin1StringView, QString>::first);
    return found == std::end(forms) ? form : found->second;
}

QString Names::seal(const QString &wire)
{
    if (wire == QStringLiteral("key-store"))
        return tr("the desktop's key store");
    if (wire == QStringLiteral("tpm"))
        return tr("this machine's security chip");
    if (wire == QStringLiteral("passphrase"))
        return tr("a passphrase");
    if (wire == QStringLiteral("service-credential"))
        return tr("a credential of the system's");
    if (wire == QStringLiteral("file"))
        return tr("a key on the same disk");
    return wire;
}

template <class Enum>
QString fromWire(const QString &wire)
{
    const auto value = json::read<Enum>(wire, {});
    return value ? Names::of(*value) : wire;
}

} // namespace

QString name(contract::DeviceKind kind)
{
    return Names::of(kind);
}

QString name(contract::Role role)
{
    return Names::of(role);
}

QString name(contract::PairingState state)
{
    return Names::of(state);
}

QString name(contract::ChangeState state)
{
    return Names::of(state);
}

QString sealName(const std::string &sealedBy)
{
    return Names::seal(json::toQString(sealedBy));
}

QString roleName(const QString &wire)
{
    return fromWire<contract::Role>(wire);
}

QString deviceKindName(const QString &wire)
{
    return fromWire<contract::DeviceKind>(wire);
}

QString expectation(const QString &form)
{
    return Names::expectation(form);
}

} // namespace freehold::words
