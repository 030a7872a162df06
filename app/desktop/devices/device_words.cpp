// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/devices/device_words.h"

#include "desktop/frame/house_data.h"
#include "desktop/frame/moments.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::desktop {

namespace {
constexpr auto leftLately = std::chrono::days(3);

struct DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

bool isPortable(contract::DeviceKind kind)
{
    using enum contract::DeviceKind;
    return kind == phone || kind == tablet || kind == laptop;
}

QString ownerOf(const contract::Device &device, const HouseData &data)
{
    const auto *person = data.person(device.owner);
    return person ? json::toQString(person->name) : QString();
}

QString lastSeen(const contract::Device &device, Time now)
{
    if (!device.last_seen)
        return DeviceWords::tr("Never seen");
    return DeviceWords::tr("Last seen %1").arg(moment(*device.last_seen, now));
}
} // namespace

Place placeOf(const contract::Device &device, Time now)
{
    if (device.state == contract::DeviceState::online)
        return Place::home;
    const bool lately = device.last_seen && now - *device.last_seen < leftLately;
    return isPortable(device.kind) && lately ? Place::elsewhere : Place::not_seen_lately;
}

QString iconOf(contract::DeviceKind kind)
{
    return json::toQString(contract::nameOf(kind));
}

QString nameOf(const contract::Device &device)
{
    const QString name
        = device.name.empty() ? capitalised(words::name(device.kind)) : json::toQString(device.name);
    if (device.is_new)
        //: the name of a device that nobody has named yet
        return DeviceWords::tr("%1?").arg(name);
    return name;
}

QString lineOf(const contract::Device &device, const HouseData &data)
{
    const Time now = data.now();
    const QString owner = ownerOf(device, data);
    if (device.is_new && device.first_seen)
        return DeviceWords::tr("New, first seen %1").arg(moment(*device.first_seen, now));
    if (placeOf(device, now) != Place::home)
        return owner.isEmpty()
            ? lastSeen(device, now)
            : DeviceWords::tr("%1, last seen %2")
                  .arg(owner, device.last_seen ? moment(*device.last_seen, now) : QString());
    if (device.is_this)
        return owner.isEmpty() ? DeviceWords::tr("This machine")
                               : DeviceWords::tr("%1, this machine").arg(owner);
    if (device.gateway)
        return device.member ? DeviceWords::tr("Member, the way to the internet")
                             : DeviceWords::tr("The way to the internet");
    if (device.member)
        return DeviceWords::tr("Member, %1").arg(words::name(device.kind));
    return owner.isEmpty() ? DeviceWords::tr("Everyone") : owner;
}

QString shortLineOf(const contract::Device &device, const HouseData &data)
{
    const Time now = data.now();
    if (device.is_new)
        return DeviceWords::tr("New: whose is it?");
    if (placeOf(device, now) != Place::home)
        return device.last_seen ? moment(*device.last_seen, now) : DeviceWords::tr("Never seen");
    if (device.is_this)
        return DeviceWords::tr("This machine");
    if (device.gateway)
        return DeviceWords::tr("To the internet");
    if (device.member)
        return DeviceWords::tr("Member");
    const QString owner = ownerOf(device, data);
    return owner.isEmpty() ? DeviceWords::tr("Everyone") : owner;
}

} // namespace freehold::desktop
