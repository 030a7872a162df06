// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/device_table.h"

#include <algorithm>
#include <tuple>

namespace freehold::devices {

using platform::Neighbour;
using platform::ResolvedService;
using platform::ServiceInstance;

void DeviceTable::setSelfName(const std::string &name)
{
    selfName_ = name;
    changes_.changed.insert(selfId_);
}

void DeviceTable::removeRow(Rows::iterator row)
{
    for (const auto &[instance, service] : row->second.services)
        placeOf_.erase(instance);
    changes_.changed.erase(row->first);
    changes_.removed.insert(row->first);
    rows_.erase(row);
}

void DeviceTable::makeRoom()
{
    full_ = true;
    // What costs nothing to invent goes first, then what is not here; of equals, what came last.
    const auto rank = [](const Row &row) {
        const bool isHere = !row.services.empty() || !row.addresses.empty();
        return std::tuple(row.mac.empty(), !isHere, row.firstSeen);
    };
    auto least = rows_.end();
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
        const bool mayGo
            = row->first != selfId_ && !given_.contains(row->first) && !members_.contains(row->first);
        if (mayGo && (least == rows_.end() || rank(row->second) > rank(least->second)))
            least = row;
    }
    if (least != rows_.end())
        removeRow(least);
}

void DeviceTable::trimAway()
{
    std::vector<Rows::iterator> away;
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
        if (isSpent(row->first) && !given_.contains(row->first) && !members_.contains(row->first))
            away.push_back(row);
    }
    if (away.size() <= maximumAwayByName)
        return;
    std::ranges::sort(away, {}, [](Rows::iterator row) { return row->second.firstSeen; });
    for (std::size_t at = maximumAwayByName; at < away.size(); ++at)
        removeRow(away[at]);
}

/// Takes a service out of its row, whose id is returned; empty where it stood in none.
std::string DeviceTable::takeOut(const ServiceInstance &instance)
{
    const auto place = placeOf_.extract(instance);
    if (place.empty())
        return {};
    if (const auto row = rows_.find(place.mapped()); row != rows_.end()) {
        row->second.services.erase(instance);
        changes_.changed.insert(row->first);
    }
    return place.mapped();
}

void DeviceTable::place(const ResolvedService &service)
{
    const std::string mark = markOf(service);
    std::string id = idOf(mark);
    const auto place = placeOf_.find(service.instance);
    if (place == placeOf_.end() || place->second != id)
        id = join(service, mark, takeOut(service.instance));
    Row &row = rowFor(id, mark);
    if (!row.services.contains(service.instance) && row.services.size() >= maximumServicesOfOne)
        return;
    row.services.insert_or_assign(service.instance, service);
    row.host = service.host;
    row.lastSeen = clock_.now();
    placeOf_[service.instance] = id;
    changes_.changed.insert(id);
}

/// Services that name one of these addresses may belong to another row now.
void DeviceTable::placeAgain(const std::set<Place> &addresses)
{
    std::vector<ResolvedService> moving;
    for (const auto &[instance, id] : placeOf_) {
        const auto row = rows_.find(id);
        if (row == rows_.end())
            continue;
        const ResolvedService &service = row->second.services.at(instance);
        const bool isMeant = std::ranges::any_of(service.addresses,
            [&](const std::string &address) { return addresses.contains({instance.interface, address}); });
        if (isMeant)
            moving.push_back(service);
    }
    for (const ResolvedService &service : moving)
        place(service);
}

void DeviceTable::seen(const ResolvedService &service)
{
    place(service);
}

void DeviceTable::gone(const ServiceInstance &instance)
{
    const auto place = placeOf_.find(instance);
    const auto row = place == placeOf_.end() ? rows_.end() : rows_.find(place->second);
    if (row == rows_.end())
        return;
    // What it showed of itself last is what it is while it is away.
    if (row->second.services.size() == 1) {
        const contract::Device shown = describe(row->first, row->second);
        keepShown(row->second, shown);
    }
    takeOut(instance);
    row->second.lastSeen = clock_.now();
}

void DeviceTable::keepShown(Row &row, const contract::Device &shown)
{
    row.rememberedName = shown.named ? std::string() : shown.name;
    row.rememberedKind = shown.kind_guessed ? shown.kind : contract::DeviceKind::unknown;
}

void DeviceTable::seen(const Neighbour &neighbour)
{
    if (neighbour.mac.empty())
        return;
    const Place key{neighbour.interface, neighbour.address};
    const auto known = neighbours_.find(key);
    const bool movedHere = known == neighbours_.end() || known->second.mac != neighbour.mac;
    if (known != neighbours_.end() && movedHere) {
        if (const auto row = rows_.find(idOf(known->second.mac)); row != rows_.end()) {
            row->second.addresses.erase(key);
            changes_.changed.insert(row->first);
        }
    }
    neighbours_.insert_or_assign(key, neighbour);
    const std::string id = idOf(neighbour.mac);
    Row &row = rowFor(id, neighbour.mac);
    const auto before = row.addresses.find(key);
    const bool wasReachable = before != row.addresses.end() && before->second;
    if (before == row.addresses.end() || wasReachable != neighbour.reachable)
        changes_.changed.insert(id);
    row.addresses[key] = neighbour.reachable;
    if (neighbour.reachable || wasReachable)
        row.lastSeen = clock_.now();
    if (movedHere) {
        joinMembers();
        placeAgain({key});
    }
}

void DeviceTable::gone(const Neighbour &neighbour)
{
    const Place key{neighbour.interface, neighbour.address};
    const auto known = neighbours_.extract(key);
    if (known.empty())
        return;
    const auto row = rows_.find(idOf(known.mapped().mac));
    if (row == rows_.end())
        return;
    if (known.mapped().reachable)
        row->second.lastSeen = clock_.now();
    row->second.addresses.erase(key);
    changes_.changed.insert(row->first);
}

void DeviceTable::setInterfaces(const std::vector<platform::Interface> &interfaces)
{
    if (interfaces == interfaces_)
        return;
    std::vector<Neighbour> lost;
    for (const auto &[key, neighbour] : neighbours_) {
        if (!std::ranges::contains(interfaces, key.first, &platform::Interface::index))
            lost.push_back(neighbour);
    }
    for (const Neighbour &neighbour : lost)
        gone(neighbour);

    std::set<Place> own;
    const auto addOwn = [&] {
        for (const platform::Interface &interface : interfaces_) {
            for (const std::string &address : interface.addresses)
                own.emplace(interface.index, address);
        }
    };
    addOwn();
    interfaces_ = interfaces;
    addOwn();
    // Gateways and this machine are told by interfaces: every row may read otherwise now.
    for (const auto &[id, row] : rows_)
        changes_.changed.insert(id);
    const auto first = std::ranges::find_if(
        interfaces, [](const platform::Interface &interface) { return !interface.mac.empty(); });
    if (first != interfaces.end())
        rows_.at(selfId_).mac = first->mac;
    placeAgain(own);
}

bool DeviceTable::announce(const std::string &id)
{
    const auto row = rows_.find(id);
    if (row == rows_.end() || row->second.announced || !describe(id, row->second).is_new)
        return false;
    row->second.announced = true;
    return true;
}

void DeviceTable::answer(const std::string &id)
{
    const auto row = rows_.find(id);
    if (row == rows_.end() || row->second.answered)
        return;
    row->second.answered = true;
    changes_.who = true;
    changes_.changed.insert(id);
}

void DeviceTable::forget(const std::string &mark)
{
    const auto row = rows_.find(idOf(mark));
    if (row == rows_.end() || row->first == selfId_)
        return;
    if (!isOnline(row->first, row->second)) {
        removeRow(row);
        return;
    }
    row->second.answered = !announceNew_;
    row->second.announced = false;
    row->second.firstSeen = clock_.now();
    changes_.who = true;
    changes_.changed.insert(row->first);
}

DeviceTable::Changes DeviceTable::takeChanges()
{
    std::erase_if(changes_.changed, [this](const std::string &id) { return !rows_.contains(id); });
    for (const std::string &id : changes_.changed) {
        Row &row = rows_.at(id);
        row.toldOnline = isOnline(id, row);
    }
    return std::exchange(changes_, {});
}

} // namespace freehold::devices
