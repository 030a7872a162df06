// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/announcer.h"

namespace freehold::platform {

Announcer::Announcer(ServiceDiscovery &discovery, const Neighbours &neighbours)
    : discovery_(discovery)
{
    connect(&neighbours, &Neighbours::interfacesChanged, this, [this](const std::vector<Interface> &now) {
        interfaces_ = now;
        tell();
    });
}

void Announcer::announce(const std::optional<Announcement> &service)
{
    service_ = service;
    tell();
}

void Announcer::tell()
{
    std::optional<Announcement> wanted = service_;
    if (wanted) {
        for (const Interface &interface : interfaces_) {
            if (!interface.addresses.empty())
                wanted->places.emplace(interface.index, interface.addresses);
        }
        if (wanted->places.empty())
            wanted.reset();
    }
    // Interfaces are told often, and each announcement is a burst of packets to everybody.
    if (wanted == told_)
        return;
    told_ = wanted;
    discovery_.announce(std::move(wanted));
}

} // namespace freehold::platform
