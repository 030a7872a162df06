// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/device_id.h"
#include "devices/device_table.h"
#include "devices/kind_guess.h"

#include <algorithm>

namespace freehold::devices {

using contract::Device;
using contract::DeviceKind;
using contract::DeviceState;
using contract::RecognisedBy;

namespace {

/// What a service's TXT costs in an answer: each entry also has quotes, a colon and a comma.
std::size_t textBytes(const contract::Service &service)
{
    constexpr std::size_t around = 6;
    std::size_t bytes = 0;
    for (const auto &[key, value] : service.txt)
        bytes += key.size() + value.size() + around;
    return bytes;
}

/// Takes from `left` what the services' TXT costs; those for which it does not suffice lose theirs.
void boundText(std::vector<contract::Service> &services, std::size_t &left)
{
    for (contract::Service &service : services) {
        const std::size_t bytes = textBytes(service);
        if (bytes > left)
            service.txt.clear();
        else
            left -= bytes;
    }
}

} // namespace

std::optional<Time> DeviceTable::passTime()
{
    trimAway();
    // Not at once: a flood hovers about the limit.
    full_ = full_ && rows_.size() > maximumRows - maximumRows / 8;
    std::optional<Time> next;
    const auto wake = [&](Time at) { next = std::min(next.value_or(at), at); };
    const Time now = clock_.now();
    for (auto &[id, row] : rows_) {
        if (row.graceEnds && (*row.graceEnds <= now || *row.graceEnds > now + grace)) {
            row.graceEnds.reset();
            changes_.changed.insert(id);
        }
        if (row.graceEnds)
            wake(*row.graceEnds);
        const bool online = isOnline(id, row);
        if (online != row.toldOnline)
            changes_.changed.insert(id);
        if (online && row.lastSeen && !isInSight(row) && *row.lastSeen + patience > now && id != selfId_)
            wake(*row.lastSeen + patience);
    }
    return next;
}

/// There is evidence of it at this moment.
bool DeviceTable::isInSight(const Row &row)
{
    return !row.services.empty() || std::ranges::any_of(row.addresses | std::views::values, std::identity());
}

bool DeviceTable::isOnline(const std::string &id, const Row &row) const
{
    const bool lately = row.lastSeen && *row.lastSeen + patience > clock_.now();
    const auto member = members_.find(id);
    if (member != members_.end() && member->second.isOnline)
        return true;
    return id == selfId_ || isInSight(row) || (lately && !row.addresses.empty());
}

contract::Network DeviceTable::networkOf(const std::string &id) const
{
    const auto member = members_.find(id);
    if (id == selfId_ || member == members_.end() || !member->second.isOnline)
        return contract::Network::same;
    // Where it speaks from: what it announced may be remembered from a network that this machine has left.
    // Two engines on one machine speak to each other over its own addresses.
    const auto isHere = [&](const std::string &address) {
        return isNeighbour(address) || std::ranges::any_of(interfaces_, [&](const platform::Interface &own) {
            return std::ranges::contains(own.addresses, address);
        });
    };
    return std::ranges::any_of(member->second.addresses, isHere) ? contract::Network::same
                                                                 : contract::Network::other;
}

Device DeviceTable::describe(const std::string &id, const Row &row) const
{
    Device device;
    device.id = id;
    device.mac = row.mac;
    device.is_this = id == selfId_;
    const auto member = members_.find(id);
    const bool isReached = member != members_.end() && member->second.isOnline;
    device.member = member != members_.end() || (device.is_this && !houseId_.empty());
    device.mac_randomised = isRandomised(row.mac);
    device.recognised_by = device.member ? RecognisedBy::member
        : row.mac.empty()                ? RecognisedBy::name
                                         : RecognisedBy::mac;
    device.state = isOnline(id, row) ? DeviceState::online : DeviceState::away;
    if (device.state == DeviceState::online)
        device.network = networkOf(id);
    device.first_seen = row.firstSeen;
    device.last_seen
        = device.is_this || isReached || isInSight(row) ? std::optional(clock_.now()) : row.lastSeen;

    std::set<std::string> addresses;
    for (const auto &[place, confirmed] : row.addresses)
        addresses.insert(place.second);
    for (const auto &[instance, service] : row.services) {
        device.services.push_back({instance.type, instance.name, service.port, service.txt});
        // Others' addresses may be claimed: only those that no other device's MAC answers for are shown.
        for (const std::string &address : service.addresses) {
            const std::string holder = holderOf(instance.interface, address);
            if (holder.empty() || holder == row.mac || device.is_this)
                addresses.insert(address);
        }
    }
    std::ranges::sort(device.services);
    const auto [first, last] = std::ranges::unique(device.services);
    device.services.erase(first, last);
    if (isReached)
        addresses.insert(member->second.addresses.begin(), member->second.addresses.end());
    for (const platform::Interface &own : interfaces_) {
        if (device.is_this)
            addresses.insert(own.addresses.begin(), own.addresses.end());
        for (const std::string &gateway : own.gateways)
            device.gateway = device.gateway || addresses.contains(gateway);
    }
    device.addresses.assign(addresses.begin(), addresses.end());

    const auto given = given_.find(id);
    const DeviceKind guessed = guessKind(device.services, row.host);
    device.kind = guessed != DeviceKind::unknown ? guessed
        : device.gateway                         ? DeviceKind::gateway
        : device.member || device.is_this        ? DeviceKind::computer
                                                 : row.rememberedKind;
    if (!device.services.empty() || row.rememberedName.empty())
        device.name = friendlyName(device.services, row.host);
    if (device.name.empty())
        device.name = device.is_this ? selfName_ : row.rememberedName;
    if (given != given_.end()) {
        device.named = !given->second.name.empty();
        if (device.named)
            device.name = given->second.name;
        device.owner = given->second.owner;
        if (given->second.kind) {
            device.kind = *given->second.kind;
            device.kind_guessed = false;
        }
    }
    device.is_new = !row.answered && !row.graceEnds && given == given_.end() && !device.is_this
        && !device.member && !device.gateway;
    std::size_t text = maximumTextOfOne;
    boundText(device.services, text);
    return device;
}

std::optional<Device> DeviceTable::find(const std::string &id) const
{
    const auto row = rows_.find(id);
    return row == rows_.end() ? std::nullopt : std::optional(describe(id, row->second));
}

std::vector<Device> DeviceTable::all() const
{
    std::vector<Device> devices;
    devices.reserve(rows_.size());
    for (const auto &[id, row] : rows_)
        devices.push_back(describe(id, row));
    // Those that a name alone shows may be invented: they get what the others leave.
    std::size_t text = maximumText;
    for (const bool byName : {false, true}) {
        for (Device &device : devices) {
            if ((device.recognised_by == RecognisedBy::name && !given_.contains(device.id)) == byName)
                boundText(device.services, text);
        }
    }
    return devices;
}

std::vector<Device> DeviceTable::unanswered() const
{
    std::vector<Device> devices;
    for (const auto &[id, row] : rows_) {
        if (!row.answered && !given_.contains(id) && !members_.contains(id) && id != selfId_)
            devices.push_back(describe(id, row));
    }
    return devices;
}

bool DeviceTable::isAnswered(const std::string &id) const
{
    const auto row = rows_.find(id);
    return row == rows_.end() || row->second.answered;
}

} // namespace freehold::devices
