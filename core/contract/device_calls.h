// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

namespace freehold::contract {

struct DeviceList {
    using Result = std::vector<Device>;
    static constexpr CallInfo info{
        "device.list", Role::guest, Kind::reads, "List every device that the house knows or sees."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct DeviceShow {
    std::string device;
    using Result = std::vector<Device>;
    static constexpr CallInfo info{
        "device.show", Role::guest, Kind::reads, "Show one device, with what it offers."};
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceShow::device, "The device's id or name.")};
    }
};

struct DeviceRename {
    std::string device;
    std::string name;
    using Result = Change;
    static constexpr CallInfo info{
        "device.rename", Role::member, Kind::changes_house, "Give a device a name."};
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceRename::device, "The device's id or name."),
            field("name", &DeviceRename::name, "The new name.")};
    }
};

struct DeviceAssign {
    std::string device;
    std::string person;
    using Result = Change;
    static constexpr CallInfo info{
        "device.assign", Role::member, Kind::changes_house, "Say whose a device is."};
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceAssign::device, "The device's id or name."),
            field("person", &DeviceAssign::person,
                "The person's id or name; \"house\" where it is everyone's.")};
    }
};

struct DeviceSetKind {
    std::string device;
    DeviceKind kind = DeviceKind::unknown;
    using Result = Change;
    static constexpr CallInfo info{"device.set-kind", Role::member, Kind::changes_house,
        "Say what a device is, where the guess was wrong."};
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceSetKind::device, "The device's id or name."),
            field("kind", &DeviceSetKind::kind, "As in phone or printer.")};
    }
};

struct DeviceForget {
    std::string device;
    using Result = Change;
    static constexpr CallInfo info{"device.forget", Role::member, Kind::changes_house,
        "Forget a device's name and owner; it is new again when it is next seen. A machine of the house is "
        "removed from it for good."};
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceForget::device, "The device's id or name.")};
    }
};

struct DeviceReplace {
    std::string old;
    std::string replacement;
    using Result = Change;
    static constexpr CallInfo info{"device.replace", Role::member, Kind::changes_house,
        "Give a device's name, owner and kind to another one that has taken its place. Where both are "
        "machines "
        "of the house, the former one is removed from it."};
    static constexpr auto fields()
    {
        return std::tuple{field("old", &DeviceReplace::old, "The id or name of the device that is known."),
            field("new", &DeviceReplace::replacement, "The id or name of the device in its place.")};
    }
};

/// A device appeared, or is other than it was.
struct DeviceChanged {
    Device device;
    static constexpr std::string_view method = "device.changed";
    static constexpr std::string_view help = "A device appeared, or is other than it was.";
    static constexpr auto fields() { return std::tuple{field("device", &DeviceChanged::device)}; }
};

/// A device's row is gone: forgotten, too old, or joined with another's.
struct DeviceRemoved {
    std::string id;
    static constexpr std::string_view method = "device.removed";
    static constexpr std::string_view help = "A device is no longer known.";
    static constexpr auto fields() { return std::tuple{field("id", &DeviceRemoved::id)}; }
};

} // namespace freehold::contract
