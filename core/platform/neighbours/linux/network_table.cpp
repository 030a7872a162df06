// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/linux/network_table.h"

namespace freehold::platform {

using namespace rtnetlink;

namespace {

template <class Map>
void unname(Map &map)
{
    for (auto &[key, entry] : map)
        entry.named = false;
}

template <class Map>
void dropUnnamed(Map &map)
{
    std::erase_if(map, [](const auto &item) { return !item.second.named; });
}

} // namespace

NetworkTable::Change NetworkTable::apply(const Event &event)
{
    Change change;
    std::visit([&](const auto &what) { put(what, change); }, event);
    return change;
}

void NetworkTable::beginDump(KernelTable table)
{
    switch (table) {
    case KernelTable::links:
        return unname(links_);
    case KernelTable::addresses:
        return unname(addresses_);
    case KernelTable::routes:
        return unname(gateways_);
    case KernelTable::neighbours:
        return unname(neighbours_);
    }
}

NetworkTable::Change NetworkTable::endDump(KernelTable table)
{
    Change change;
    switch (table) {
    case KernelTable::links:
        dropUnnamed(links_);
        break;
    case KernelTable::addresses:
        dropUnnamed(addresses_);
        break;
    case KernelTable::routes:
        dropUnnamed(gateways_);
        break;
    case KernelTable::neighbours:
        for (const auto &[key, entry] : neighbours_) {
            if (!entry.named)
                change.gone.push_back(entry.value);
        }
        dropUnnamed(neighbours_);
        break;
    }
    return change;
}

std::vector<Interface> NetworkTable::interfaces() const
{
    std::map<int, Interface> found;
    for (const auto &[index, link] : links_) {
        if (link.value.isUp && !link.value.isLoopback)
            found.emplace(index, Interface{index, link.value.name, link.value.mac, {}, {}});
    }
    for (const auto &[key, entry] : addresses_) {
        if (const auto interface = found.find(key.first); interface != found.end())
            interface->second.addresses.push_back(key.second);
    }
    for (const auto &[key, entry] : gateways_) {
        if (const auto interface = found.find(key.first); interface != found.end())
            interface->second.gateways.push_back(key.second);
    }
    std::vector<Interface> list;
    for (auto &[index, interface] : found)
        list.push_back(std::move(interface));
    return list;
}

void NetworkTable::put(const LinkChanged &link, Change &change)
{
    auto &known = links_[link.interface];
    change.routesDoubtful = known.value != link;
    known = {link, true};
}

void NetworkTable::put(const LinkGone &link, Change &change)
{
    links_.erase(link.interface);
    std::erase_if(addresses_, [&](const auto &item) { return item.first.first == link.interface; });
    std::erase_if(gateways_, [&](const auto &item) { return item.first.first == link.interface; });
    std::erase_if(neighbours_, [&](const auto &item) {
        if (item.first.first != link.interface)
            return false;
        change.gone.push_back(item.second.value);
        return true;
    });
}

void NetworkTable::put(const OwnAddress &address, Change &change)
{
    const Key key{address.interface, address.address};
    if (address.gone) {
        change.routesDoubtful = addresses_.erase(key) > 0;
        return;
    }
    addresses_[key].named = true;
}

void NetworkTable::put(const Gateway &gateway, Change &change)
{
    const Key key{gateway.interface, gateway.address};
    if (gateway.gone) {
        // Another route of another metric may lead through the same hop.
        change.routesDoubtful = true;
        return;
    }
    // A replaced route is told by the new one alone.
    change.routesDoubtful = !gateways_.contains(key);
    gateways_[key].named = true;
}

void NetworkTable::put(const NeighbourEntry &entry, Change &change)
{
    const Key key{entry.interface, entry.address};
    const auto known = neighbours_.find(key);
    if (entry.gone) {
        if (known != neighbours_.end()) {
            change.gone.push_back(known->second.value);
            neighbours_.erase(known);
        }
        return;
    }
    const Neighbour neighbour{entry.interface, entry.address, entry.mac, entry.reachable};
    if (known == neighbours_.end() || known->second.value != neighbour)
        change.seen.push_back(neighbour);
    neighbours_[key] = {neighbour, true};
}

} // namespace freehold::platform
