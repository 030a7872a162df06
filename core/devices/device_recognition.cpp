// SPDX-License-Identifier: GPL-3.0-or-later
// Which row something belongs to. Its mark says by what it is recognised: a MAC, "name:" and a host name, or
// that it is this machine. Documents recognise by the MAC or the host name that they give; what no document
// recognises has an id made from its mark.
#include "devices/device_id.h"
#include "devices/device_table.h"

#include <algorithm>

namespace freehold::devices {

using platform::ResolvedService;

namespace {

constexpr std::string_view selfMark = "self";
constexpr std::string_view namePrefix = "name:";
/// After the host name of a service that claims the addresses of two devices. No host name has it.
constexpr std::string_view contested = "\n";

std::string nameMark(const std::string &host)
{
    return std::string(namePrefix) + host;
}

bool isMacMark(const std::string &mark)
{
    return mark != selfMark && !mark.starts_with(namePrefix);
}

/// What a document recognises its device by; empty where only the document's own id says so.
std::string markOf(const DocumentedDevice &given)
{
    if (!given.mac.empty())
        return given.mac;
    return given.seenAs.empty() ? std::string() : nameMark(given.seenAs);
}

} // namespace

DeviceTable::DeviceTable(const Clock &clock, std::string deviceId)
    : clock_(clock)
    , selfId_(std::move(deviceId))
{
    rowFor(selfId_, std::string(selfMark)).answered = true;
}

bool DeviceTable::isSelf(const std::string &mark) const
{
    return mark == selfMark
        || (!mark.empty() && std::ranges::contains(interfaces_, mark, &platform::Interface::mac));
}

std::string DeviceTable::idOf(const std::string &mark) const
{
    if (isSelf(mark))
        return selfId_;
    if (const auto known = recognised_.find(mark); known != recognised_.end())
        return known->second;
    std::string id = deviceId(houseId_, mark);
    // The document of that id recognises another device since this one was replaced.
    for (auto taken = given_.find(id); taken != given_.end() && !devices::markOf(taken->second).empty();
        taken = given_.find(id))
        id = deviceId(houseId_, id);
    return id;
}

std::string DeviceTable::holderOf(int interface, const std::string &address) const
{
    for (const platform::Interface &own : interfaces_) {
        if (std::ranges::contains(own.addresses, address))
            return std::string(selfMark);
    }
    const auto found = neighbours_.find({interface, address});
    if (found == neighbours_.end())
        return {};
    return isSelf(found->second.mac) ? std::string(selfMark) : found->second.mac;
}

std::string DeviceTable::markOf(const ResolvedService &service) const
{
    std::string mark;
    for (const std::string &address : service.addresses) {
        std::string holder = holderOf(service.instance.interface, address);
        if (holder.empty() || holder == mark)
            continue;
        // Who names the addresses of two devices speaks for neither.
        if (!mark.empty())
            return nameMark(service.host) + std::string(contested);
        mark = std::move(holder);
    }
    if (!mark.empty())
        return mark;
    // That nobody answers for its addresses now makes it no other device than it was.
    const auto place = placeOf_.find(service.instance);
    const auto row = place == placeOf_.end() ? rows_.end() : rows_.find(place->second);
    const bool isKnown = row != rows_.end() && !row->second.mac.empty() && row->second.host == service.host;
    return isKnown ? row->second.mark : nameMark(service.host);
}

DeviceTable::Row &DeviceTable::rowFor(const std::string &id, const std::string &mark)
{
    const auto found = rows_.find(id);
    if (found != rows_.end())
        return found->second;
    if (rows_.size() >= maximumRows)
        makeRoom();
    Row row;
    row.mark = mark;
    row.firstSeen = clock_.now();
    row.answered = !announceNew_;
    if (isMacMark(mark))
        row.mac = mark;
    else if (announceNew_)
        row.graceEnds = clock_.now() + grace;
    changes_.removed.erase(id);
    changes_.changed.insert(id);
    return rows_.emplace(id, std::move(row)).first->second;
}

/// Known by a name alone, and offering nothing any more.
bool DeviceTable::isSpent(const std::string &id) const
{
    const auto row = rows_.find(id);
    return row != rows_.end() && id != selfId_ && row->second.mac.empty() && row->second.services.empty();
}

/// The row for a service that stood in the row `was` until now, after whatever was known of its device by
/// name has been joined with it.
std::string DeviceTable::join(const ResolvedService &service, const std::string &mark, const std::string &was)
{
    std::string id = idOf(mark);
    const std::string byName = idOf(nameMark(service.host));
    rowFor(id, mark);
    if (was != id && !given_.contains(was) && isSpent(was))
        move(was, id);
    if (byName == id || mark.starts_with(namePrefix) || !isSpent(byName))
        return id;
    if (!given_.contains(byName)) {
        move(byName, id);
    } else if (isMacMark(mark) && !given_.contains(id)) {
        // Named by a person when its MAC was not known yet: from now on this MAC is the one.
        move(id, byName);
        recognised_.insert_or_assign(mark, byName);
        id = byName;
    }
    return id;
}

void DeviceTable::move(const std::string &from, const std::string &to)
{
    auto row = from == to ? Rows::node_type() : rows_.extract(from);
    if (row.empty())
        return;
    for (const auto &[instance, service] : row.mapped().services)
        placeOf_[instance] = to;
    changes_.changed.erase(from);
    changes_.removed.insert(from);
    changes_.removed.erase(to);
    changes_.changed.insert(to);
    row.key() = to;
    if (auto put = rows_.insert(std::move(row)); !put.inserted)
        merge(put.position->second, std::move(put.node.mapped()));
}

void DeviceTable::merge(Row &into, Row from)
{
    if (into.mac.empty() && !from.mac.empty()) {
        into.mac = from.mac;
        into.mark = from.mark;
    }
    if (!into.mac.empty())
        into.graceEnds.reset();
    if (into.host.empty())
        into.host = std::move(from.host);
    into.services.merge(from.services);
    into.addresses.merge(from.addresses);
    if (into.rememberedName.empty())
        into.rememberedName = std::move(from.rememberedName);
    if (into.rememberedKind == contract::DeviceKind::unknown)
        into.rememberedKind = from.rememberedKind;
    // One that was never seen has its document alone to thank for its row.
    if (from.firstSeen && (!into.firstSeen || *from.firstSeen < *into.firstSeen))
        into.firstSeen = from.firstSeen;
    into.lastSeen = std::max(into.lastSeen, from.lastSeen);
    into.answered = into.answered || from.answered;
    into.announced = into.announced || from.announced;
}

void DeviceTable::setHouse(const std::string &houseId, bool announceNew)
{
    announceNew_ = announceNew;
    if (houseId_ == houseId)
        return;
    houseId_ = houseId;
    std::vector<std::pair<std::string, std::string>> moves;
    for (auto &[id, row] : rows_) {
        // What was there when the house began is nobody's news.
        row.answered = true;
        row.graceEnds.reset();
        changes_.changed.insert(id);
        moves.emplace_back(id, given_.contains(id) ? id : idOf(row.mark));
    }
    changes_.who = true;
    for (const auto &[from, to] : moves)
        move(from, to);
}

/// The row's document is gone, or was never its own.
void DeviceTable::leaveDocument(Rows::iterator row)
{
    const bool wasSeen
        = row->second.lastSeen || !row->second.services.empty() || !row->second.addresses.empty();
    if (wasSeen)
        move(row->first, idOf(row->second.mark));
    else
        removeRow(row); // the document alone made it
}

void DeviceTable::withdraw(const std::string &id)
{
    given_.erase(id);
    std::erase_if(recognised_, [&](const auto &entry) { return entry.second == id; });
    changes_.changed.insert(id);
    const auto row = rows_.find(id);
    if (row != rows_.end() && id != selfId_ && !members_.contains(id))
        leaveDocument(row);
    joinMembers();
}

void DeviceTable::give(const std::string &id, const std::optional<DocumentedDevice> &given)
{
    const std::string mark = given ? devices::markOf(*given) : std::string();
    const auto former = given_.find(id);
    if (former != given_.end() && (!given || devices::markOf(former->second) != mark))
        withdraw(id);
    if (!given)
        return;
    given_.insert_or_assign(id, *given);
    const auto found = rows_.find(id);
    if (found != rows_.end() && id != selfId_ && !mark.empty()) {
        const Row &row = found->second;
        const bool learnedItsMac = given->mac.empty() && isMacMark(row.mark) && row.host == given->seenAs;
        if (row.mark != mark && !learnedItsMac)
            leaveDocument(found);
    }
    if (!mark.empty() && !recognised_.contains(mark)) {
        move(idOf(mark), id);
        recognised_.emplace(mark, id);
    }
    const auto [shown, isNew] = rows_.try_emplace(id);
    Row &row = shown->second;
    if (isNew) {
        row.mark = mark.empty() ? nameMark({}) : mark;
        row.mac = given->mac;
        row.host = given->seenAs;
        row.answered = true;
    } else if (isMacMark(row.mark)) {
        recognised_.try_emplace(row.mark, id);
    }
    changes_.removed.erase(id);
    changes_.changed.insert(id);
}

void DeviceTable::setMembers(std::map<std::string, MemberSeen> members)
{
    members.erase(selfId_);
    if (members == members_)
        return;
    for (const auto &[id, seen] : std::exchange(members_, std::move(members))) {
        changes_.changed.insert(id);
        const auto row = rows_.find(id);
        if (members_.contains(id) || given_.contains(id) || row == rows_.end())
            continue;
        std::erase_if(recognised_, [&](const auto &entry) { return entry.second == id; });
        // Each of its network cards is a device of its own again.
        row->second.addresses.clear();
        leaveDocument(row);
        for (const auto &[place, neighbour] : neighbours_) {
            if (!isSelf(neighbour.mac))
                rowFor(idOf(neighbour.mac), neighbour.mac).addresses[place] = neighbour.reachable;
        }
    }
    for (const auto &[id, seen] : members_) {
        rowFor(id, nameMark({})).answered = true;
        changes_.changed.insert(id);
    }
    joinMembers();
}

void DeviceTable::joinMembers()
{
    for (const auto &[id, seen] : members_) {
        for (const auto &[place, neighbour] : neighbours_) {
            const std::string &mac = neighbour.mac;
            const auto known = recognised_.find(mac);
            const bool isTaken = known != recognised_.end() && known->second != id;
            if (!seen.addresses.contains(place.second) || isSelf(mac) || isTaken || isGateway(mac))
                continue;
            const std::string former = idOf(mac);
            if (former != id && given_.contains(former))
                continue;
            recognised_.insert_or_assign(mac, id);
            move(former, id);
        }
    }
}

/// Who is behind a router shows the router's address.
bool DeviceTable::isGateway(const std::string &mac) const
{
    return std::ranges::any_of(neighbours_, [&](const auto &entry) {
        return entry.second.mac == mac
            && std::ranges::any_of(interfaces_, [&](const platform::Interface &own) {
                   return std::ranges::contains(own.gateways, entry.first.second);
               });
    });
}

std::set<std::string> DeviceTable::gateways() const
{
    std::set<std::string> gateways;
    for (const platform::Interface &own : interfaces_) {
        for (const std::string &gateway : own.gateways)
            gateways.insert(holderOf(own.index, gateway));
    }
    gateways.erase(std::string());
    return gateways;
}

bool DeviceTable::isNeighbour(const std::string &address) const
{
    return std::ranges::any_of(
        interfaces_, [&](const platform::Interface &own) { return !holderOf(own.index, address).empty(); });
}

void DeviceTable::remember(const contract::Device &device, const std::string &host, bool answered)
{
    const bool isNamed = !host.empty() || !device.mac.empty();
    const std::string mark = !device.mac.empty() ? device.mac : nameMark(host.empty() ? device.name : host);
    const std::string id = given_.contains(device.id) || !isNamed ? device.id : idOf(mark);
    if (id != device.id)
        changes_.removed.insert(device.id);
    const auto known = rows_.find(id);
    if ((known != rows_.end() && known->second.lastSeen) || rows_.size() >= maximumRows)
        return;
    Row &row = rows_[id];
    if (row.mac.empty()) {
        row.mac = device.mac;
        row.mark = mark;
    }
    if (row.host.empty())
        row.host = host;
    // Of a member, the MAC that it had when it was here.
    const auto given = given_.find(id);
    if (given != given_.end() && devices::markOf(given->second).empty() && isMacMark(mark))
        recognised_.try_emplace(mark, id);
    keepShown(row, device);
    row.firstSeen = device.first_seen;
    row.lastSeen = device.last_seen;
    row.answered = answered;
    row.announced = true;
    changes_.removed.erase(id);
    changes_.changed.insert(id);
}

std::string DeviceTable::markOf(const std::string &id) const
{
    const auto row = rows_.find(id);
    return row == rows_.end() ? std::string() : row->second.mark;
}

std::string DeviceTable::hostOf(const std::string &id) const
{
    const auto row = rows_.find(id);
    return row == rows_.end() ? std::string() : row->second.host;
}

std::string DeviceTable::seenAs(const std::string &id) const
{
    const auto row = rows_.find(id);
    const bool isByName = row != rows_.end() && row->second.mark == nameMark(row->second.host);
    return isByName ? row->second.host : std::string();
}

} // namespace freehold::devices
