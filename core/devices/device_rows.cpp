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

std::optional<Time> DeviceTable::passTime()
{
    std::optional<Time> next;
    const Time now = clock_.now();
    for (auto &[id, row] : rows_) {
        if (!row.lastSeen || id == selfId_ || !row.services.empty())
            continue;
        const Time away = *row.lastSeen + patience;
        // One that has just passed counts as changed once: it was online at the last look.
        if (away <= now && away > now - patience)
            changes_.changed.insert(id);
        else if (away > now && !row.addresses.empty())
            next = std::min(next.value_or(away), away);
    }
    return next;
}

bool DeviceTable::isOnline(const Row &row) const
{
    if (isSelf(row.mac) || !row.services.empty())
        return true;
    const bool confirmed = std::ranges::any_of(row.addresses | std::views::values, std::identity());
    const bool lately = row.lastSeen && *row.lastSeen + patience > clock_.now();
    return confirmed || (lately && !row.addresses.empty());
}

Device DeviceTable::describe(const std::string &id, const Row &row) const
{
    Device device;
    device.id = id;
    device.mac = row.mac;
    device.is_this = id == selfId_;
    device.member = device.is_this && !houseId_.empty();
    device.mac_randomised = isRandomised(row.mac);
    device.recognised_by = device.member ? RecognisedBy::member
        : row.mac.empty()                ? RecognisedBy::name
                                         : RecognisedBy::mac;
    device.state = isOnline(row) ? DeviceState::online : DeviceState::away;
    device.first_seen = row.firstSeen;
    device.last_seen = device.is_this ? std::optional(clock_.now()) : row.lastSeen;

    std::set<std::string> addresses;
    for (const auto &[address, confirmed] : row.addresses)
        addresses.insert(address);
    for (const auto &[instance, service] : row.services) {
        device.services.push_back({instance.type, instance.name, service.port, service.txt});
        // Others' addresses may be claimed: only those that no other device's MAC answers for are shown.
        for (const std::string &address : service.addresses) {
            const std::string holder = macOf(instance.interface, address);
            if (holder.empty() || holder == row.mac || device.is_this)
                addresses.insert(address);
        }
    }
    std::ranges::sort(device.services);
    const auto [first, last] = std::ranges::unique(device.services);
    device.services.erase(first, last);
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
        : device.is_this                         ? DeviceKind::computer
                                                 : row.rememberedKind;
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
    device.is_new = !row.answered && given == given_.end() && !device.is_this && !device.gateway;
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
    return devices;
}

std::vector<Device> DeviceTable::unanswered() const
{
    std::vector<Device> devices;
    for (const auto &[id, row] : rows_) {
        if (!row.answered && !given_.contains(id) && id != selfId_)
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
