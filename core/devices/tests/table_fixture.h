// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/device_id.h"
#include "devices/device_table.h"
#include "testing/manual_clock.h"

#include <QtGlobal>

namespace freehold::devices::testing {

using freehold::testing::ManualClock;

inline constexpr int lan = 2;
inline constexpr const char *ownMac = "9c:6b:00:00:00:01";

inline platform::ResolvedService service(const std::string &name, const std::string &type,
    const std::string &host, std::vector<std::string> addresses)
{
    return {{lan, name, type, "local"}, host, 80, std::move(addresses), {}};
}

inline platform::Neighbour neighbour(
    const std::string &address, const std::string &mac, bool reachable = true)
{
    return {lan, address, mac, reachable};
}

/// A table on a machine with one interface, in a house that has begun.
struct Fixture {
    Fixture()
    {
        table.setHouse("house", false);
        table.setInterfaces({{lan, "eth0", ownMac, {"192.168.1.2"}, {"192.168.1.1"}}});
        table.setHouse("house", true);
    }
    [[nodiscard]] contract::Device only(const std::string &name) const
    {
        std::vector<contract::Device> found;
        for (const auto &device : table.all()) {
            if (device.name == name)
                found.push_back(device);
        }
        if (found.size() != 1)
            qFatal("%zu devices are called %s", found.size(), name.c_str());
        return found.front();
    }
    ManualClock clock;
    DeviceTable table{clock, "self"};
};

} // namespace freehold::devices::testing
