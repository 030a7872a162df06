// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/device_table.h"

#include "devices/device_id.h"

#include <algorithm>

namespace freehold::devices {

using platform::Neighbour;
using platform::ResolvedService;
using platform::ServiceInstance;

namespace {

constexpr std::string_view namePrefix = "name:";

} // namespace

std::string DeviceTable::idOf(const std::string &mark) const
{
    return isSelf(mark) ? selfId_ : deviceId(houseId_, mark);
}

void DeviceTable::setHouse(const std::string &houseId, bool announceNew)
{
    if (houseId_ == houseId) {
        announceNew_ = announceNew;
        return;
    }
    Rows old = std::exchange(rows_, {});
    for (const auto &[id, row] : old)
        changes_.removed.insert(id);
    houseId_ = houseId;
    placeOf_.clear();
    for (auto &[id, row] : old) {
        const std::string now = given_.contains(id) ? id : idOf(row.mark);
        // What was there when the house began is nobody's news.
        row.answered = true;
        for (const auto &[instance, service] : row.services)
            placeOf_[instance] = now;
        changes_.removed.erase(now);
        changes_.changed.insert(now);
        rows_.emplace(now, std::move(row));
    }
    announceNew_ = announceNew;
}

void DeviceTable::setSelfName(const std::string &name)
{
    selfName_ = name;
    if (rows_.contains(selfId_))
        changes_.changed.insert(selfId_);
}

bool DeviceTable::isSelf(const std::string &mac) const
{
    return !mac.empty() && std::ranges::contains(interfaces_, mac, &platform::Interface::mac);
}

std::string DeviceTable::macOf(int interface, const std::string &address) const
{
    for (const platform::Interface &own : interfaces_) {
        if (std::ranges::contains(own.addresses, address))
            return own.mac;
    }
    const auto found = neighbours_.find({interface, address});
    return found == neighbours_.end() ? std::string() : found->second.mac;
}

DeviceTable::Row &DeviceTable::rowFor(const std::string &mark)
{
    const std::string id = idOf(mark);
    const auto found = rows_.find(id);
    if (found != rows_.end())
        return found->second;
    if (rows_.size() >= maximumRows)
        makeRoom();
    Row row;
    row.mark = mark;
    if (!mark.starts_with(namePrefix))
        row.mac = mark;
    row.firstSeen = clock_.now();
    row.answered = !announceNew_;
    changes_.removed.erase(id);
    return rows_.emplace(id, std::move(row)).first->second;
}

void DeviceTable::makeRoom()
{
    full_ = true;
    auto oldest = rows_.end();
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
        const bool mayGo = row->first != selfId_ && !given_.contains(row->first);
        if (mayGo && (oldest == rows_.end() || row->second.lastSeen < oldest->second.lastSeen))
            oldest = row;
    }
    if (oldest != rows_.end())
        removeRow(oldest);
}

void DeviceTable::removeRow(Rows::iterator row)
{
    for (const auto &[instance, service] : row->second.services)
        placeOf_.erase(instance);
    changes_.changed.erase(row->first);
    changes_.removed.insert(row->first);
    rows_.erase(row);
}

void DeviceTable::touch(const std::string &id, Row &row)
{
    row.lastSeen = clock_.now();
    changes_.changed.insert(id);
}

void DeviceTable::dropIfEmpty(const std::string &id)
{
    const auto found = rows_.find(id);
    if (found == rows_.end())
        return;
    // A row without a MAC that offers nothing any more may come back as another: it does not stay.
    const Row &row = found->second;
    if (row.mac.empty() && row.services.empty() && !given_.contains(id))
        removeRow(found);
}

void DeviceTable::leave(const ServiceInstance &instance)
{
    const auto place = placeOf_.find(instance);
    if (place == placeOf_.end())
        return;
    const std::string id = place->second;
    placeOf_.erase(place);
    const auto row = rows_.find(id);
    if (row != rows_.end()) {
        row->second.services.erase(instance);
        changes_.changed.insert(id);
    }
    dropIfEmpty(id);
}

void DeviceTable::place(const ResolvedService &service)
{
    std::string mark;
    for (const std::string &address : service.addresses) {
        mark = macOf(service.instance.interface, address);
        if (!mark.empty())
            break;
    }
    if (mark.empty())
        mark = std::string(namePrefix) + service.host;
    const std::string id = idOf(mark);
    const auto was = placeOf_.find(service.instance);
    if (was != placeOf_.end() && was->second != id)
        leave(service.instance);
    Row &row = rowFor(mark);
    if (!row.services.contains(service.instance) && row.services.size() >= maximumServicesOfOne)
        return;
    row.services.insert_or_assign(service.instance, service);
    row.host = service.host;
    placeOf_[service.instance] = id;
    touch(id, row);
}

void DeviceTable::seen(const ResolvedService &service)
{
    place(service);
}

void DeviceTable::gone(const ServiceInstance &instance)
{
    leave(instance);
}

void DeviceTable::seen(const Neighbour &neighbour)
{
    if (neighbour.mac.empty())
        return;
    const std::pair key{neighbour.interface, neighbour.address};
    const auto known = neighbours_.find(key);
    const bool movedHere = known == neighbours_.end() || known->second.mac != neighbour.mac;
    if (known != neighbours_.end() && known->second.mac != neighbour.mac) {
        const std::string old = idOf(known->second.mac);
        if (const auto row = rows_.find(old); row != rows_.end()) {
            row->second.addresses.erase(neighbour.address);
            changes_.changed.insert(old);
        }
    }
    neighbours_.insert_or_assign(key, neighbour);
    const std::string id = idOf(neighbour.mac);
    Row &row = rowFor(neighbour.mac);
    const auto confirmed = row.addresses.find(neighbour.address);
    const bool news = confirmed == row.addresses.end() || confirmed->second != neighbour.reachable;
    row.addresses[neighbour.address] = neighbour.reachable;
    if (neighbour.reachable)
        row.lastSeen = clock_.now();
    if (news)
        changes_.changed.insert(id);
    if (!movedHere)
        return;
    // Services that were known by name alone, or that stood with the former holder of the address, move here.
    std::vector<ResolvedService> moving;
    for (const auto &[instance, place] : placeOf_) {
        const auto from = rows_.find(place);
        if (place == id || instance.interface != neighbour.interface || from == rows_.end())
            continue;
        const auto service = from->second.services.find(instance);
        if (service != from->second.services.end()
            && std::ranges::contains(service->second.addresses, neighbour.address))
            moving.push_back(service->second);
    }
    for (const ResolvedService &service : moving)
        place(service);
}

void DeviceTable::gone(const Neighbour &neighbour)
{
    const auto known = neighbours_.extract({neighbour.interface, neighbour.address});
    if (known.empty())
        return;
    const std::string id = idOf(known.mapped().mac);
    const auto row = rows_.find(id);
    if (row == rows_.end())
        return;
    row->second.addresses.erase(neighbour.address);
    changes_.changed.insert(id);
}

void DeviceTable::setInterfaces(const std::vector<platform::Interface> &interfaces)
{
    if (interfaces == interfaces_)
        return;
    interfaces_ = interfaces;
    std::erase_if(neighbours_, [&](const auto &entry) {
        return !std::ranges::contains(interfaces, entry.first.first, &platform::Interface::index);
    });
    // Gateways and this machine are told by interfaces: every row may read otherwise now.
    for (const auto &[id, row] : rows_)
        changes_.changed.insert(id);
    const auto own = std::ranges::find_if(
        interfaces, [](const platform::Interface &interface) { return !interface.mac.empty(); });
    if (own != interfaces.end()) {
        Row &row = rowFor(own->mac);
        // Its document may have made the row before the network was looked at.
        row.mac = row.mark = own->mac;
        row.answered = true;
        touch(selfId_, row);
    }
}

void DeviceTable::give(const std::string &id, const std::optional<DocumentedDevice> &given)
{
    if (!given) {
        given_.erase(id);
        changes_.changed.insert(id);
        return;
    }
    given_.insert_or_assign(id, *given);
    if (!rows_.contains(id)) {
        Row row;
        row.mark = given->mac.empty() ? std::string(namePrefix) + given->seenAs : given->mac;
        row.mac = given->mac;
        row.host = given->seenAs;
        row.answered = true;
        rows_.emplace(id, std::move(row));
    }
    changes_.removed.erase(id);
    changes_.changed.insert(id);
}

void DeviceTable::remember(const contract::Device &device, bool answered)
{
    if (rows_.contains(device.id) && rows_.at(device.id).lastSeen)
        return;
    if (rows_.size() >= maximumRows)
        return;
    Row &row = rows_[device.id];
    row.mac = device.mac;
    row.rememberedName = device.named ? std::string() : device.name;
    row.rememberedKind = device.kind_guessed ? device.kind : contract::DeviceKind::unknown;
    if (row.mark.empty())
        row.mark = device.mac.empty() ? std::string(namePrefix) + device.name : device.mac;
    row.firstSeen = device.first_seen;
    row.lastSeen = device.last_seen;
    row.answered = answered;
    changes_.changed.insert(device.id);
}

void DeviceTable::answer(const std::string &id)
{
    const auto row = rows_.find(id);
    if (row == rows_.end() || row->second.answered)
        return;
    row->second.answered = true;
    changes_.changed.insert(id);
}

void DeviceTable::forget(const std::string &id)
{
    const auto row = rows_.find(id);
    if (row == rows_.end() || id == selfId_)
        return;
    const bool isHere = isOnline(row->second);
    if (!isHere) {
        removeRow(row);
        return;
    }
    row->second.answered = !announceNew_;
    row->second.firstSeen = clock_.now();
    changes_.changed.insert(id);
}

DeviceTable::Changes DeviceTable::takeChanges()
{
    std::erase_if(changes_.changed, [this](const std::string &id) { return !rows_.contains(id); });
    return std::exchange(changes_, {});
}

} // namespace freehold::devices
