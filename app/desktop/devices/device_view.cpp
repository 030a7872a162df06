// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/devices/device_view.h"

#include "desktop/devices/device_words.h"
#include "desktop/devices/offered_services.h"
#include "desktop/frame/moments.h"
#include "words/words.h"

namespace freehold::desktop {

DeviceView::DeviceView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
{
    connect(&data_, &HouseData::devicesChanged, this, &DeviceView::changed);
    connect(&data_, &HouseData::peopleChanged, this, &DeviceView::changed);
}

void DeviceView::setDevice(const QString &id)
{
    if (id == device())
        return;
    id_ = id.toStdString();
    Q_EMIT changed();
}

bool DeviceView::isNew() const
{
    return shown() && shown()->is_new;
}

bool DeviceView::isOnline() const
{
    return shown() && shown()->state == contract::DeviceState::online;
}

bool DeviceView::isMember() const
{
    return shown() && shown()->member && !shown()->is_this;
}

bool DeviceView::mayForget() const
{
    if (!shown())
        return false;
    // Of what is only seen there is nothing to forget.
    const auto &device = *shown();
    const bool isDocumented = device.named || !device.owner.empty() || !device.kind_guessed;
    return (isDocumented || device.member) && !device.is_this;
}

QString DeviceView::name() const
{
    return shown() ? json::toQString(shown()->name) : QString();
}

QString DeviceView::shownName() const
{
    return shown() ? nameOf(*shown()) : QString();
}

QString DeviceView::icon() const
{
    return shown() ? iconOf(shown()->kind) : QString();
}

QString DeviceView::stateWords() const
{
    if (!shown())
        return {};
    if (isOnline() && shown()->network == contract::Network::other)
        return tr("Online, from another network");
    if (isOnline())
        return shown()->is_this ? tr("This machine") : tr("Online, same network");
    return shown()->last_seen ? tr("Last seen %1").arg(moment(*shown()->last_seen, data_.now()))
                              : tr("Never seen");
}

QString DeviceView::sentence() const
{
    if (!shown())
        return {};
    const auto &device = *shown();
    if (device.member)
        return tr("A member: it holds a copy of the house.");
    if (device.is_new)
        return tr("Nobody has said yet whose it is.");
    if (device.gateway)
        return tr("The way from this house to the internet.");
    if (device.recognised_by == contract::RecognisedBy::mac)
        return device.mac_randomised
            ? tr("It shows this network a made-up hardware address, as phones do for privacy.")
            : tr("Recognised by its network address, which can be imitated.");
    return tr("Recognised by its name alone, which any device could use.");
}

QStringList DeviceView::owners() const
{
    QStringList names;
    for (const auto &person : data_.people())
        names.append(json::toQString(person.name));
    names.append(tr("The whole house"));
    return names;
}

int DeviceView::owner() const
{
    const auto &people = data_.people();
    const auto found
        = shown() ? std::ranges::find(people, shown()->owner, &contract::Person::id) : people.end();
    return static_cast<int>(found - people.begin()); // the entry after the last person is the whole house
}

QStringList DeviceView::kinds() const
{
    QStringList names;
    for (std::size_t index = 0; index < enumNames(contract::DeviceKind()).size(); ++index)
        names.append(capitalised(words::name(static_cast<contract::DeviceKind>(index))));
    return names;
}

int DeviceView::kind() const
{
    return shown() ? static_cast<int>(shown()->kind) : 0;
}

QList<OfferedService> DeviceView::services() const
{
    return shown() ? offeredServices(*shown()) : QList<OfferedService>();
}

QStringList DeviceView::addresses() const
{
    QStringList all;
    if (shown()) {
        for (const auto &address : shown()->addresses)
            all.append(json::toQString(address));
    }
    return all;
}

QString DeviceView::hardware() const
{
    if (!shown() || shown()->mac.empty())
        return {};
    const QString mac = json::toQString(shown()->mac);
    return shown()->mac_randomised ? tr("%1, made up for this network").arg(mac) : mac;
}

QString DeviceView::firstSeen() const
{
    return shown() && shown()->first_seen ? moment(*shown()->first_seen, data_.now()) : QString();
}

QString DeviceView::lastSeen() const
{
    if (!shown() || !shown()->last_seen)
        return {};
    const QString when = moment(*shown()->last_seen, data_.now());
    return isOnline() ? tr("now, %1").arg(clockTime(data_.now())) : when;
}

QString DeviceView::recognised() const
{
    if (!shown())
        return {};
    switch (shown()->recognised_by) {
    case contract::RecognisedBy::member:
        return tr("by its own key");
    case contract::RecognisedBy::mac:
        return tr("by its network address");
    case contract::RecognisedBy::name:
        return tr("by its name");
    }
    return {};
}

void DeviceView::rename(const QString &name)
{
    renameDevice(device(), name);
}

void DeviceView::renameDevice(const QString &device, const QString &name)
{
    data_.act(contract::DeviceRename{device.toStdString(), name.toStdString()}, this);
}

void DeviceView::give(int owner)
{
    giveDevice(device(), owner);
}

void DeviceView::giveDevice(const QString &device, int owner)
{
    const auto &people = data_.people();
    const auto index = static_cast<std::size_t>(owner);
    data_.act(
        contract::DeviceAssign{device.toStdString(), index < people.size() ? people[index].id : "house"},
        this);
    Q_EMIT changed();
}

void DeviceView::setKind(int kind)
{
    data_.act(contract::DeviceSetKind{id_, static_cast<contract::DeviceKind>(kind)}, this);
    Q_EMIT changed();
}

void DeviceView::forget()
{
    const auto *device = data_.device(id_);
    const bool isMember = device != nullptr && device->member;
    data_.act(contract::DeviceForget{id_}, this,
        [this, isMember, id = json::toQString(id_), name = shownName()](const contract::Change &) {
            if (isMember)
                Q_EMIT memberForgotten(id, name);
        });
}

} // namespace freehold::desktop
