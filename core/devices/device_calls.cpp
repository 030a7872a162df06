// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/device_calls.h"

#include "change/revocation.h"
#include "change/value_check.h"
#include "devices/devices_domain.h"
#include "support/crypto.h"

#include <algorithm>

namespace freehold::devices {

using change::Caller;
using contract::Device;

namespace {

/// No two of a house are ever the same.
constexpr std::size_t idBytes = 10;

const contract::FieldDescription &seenAsField()
{
    const auto device = std::ranges::find(contract::documentKinds(), "device", &contract::DocumentKind::name);
    return *std::ranges::find(device->fields, "seen_as", &contract::FieldDescription::key);
}

} // namespace

Result<Device> DevicesDomain::find(const std::string &wanted) const
{
    if (auto device = table_.find(wanted))
        return *device;
    std::optional<Device> found;
    for (Device &device : table_.all()) {
        if (device.name != wanted && (device.mac != wanted || wanted.empty()))
            continue;
        if (found)
            return failure(ErrorCode::device_ambiguous, {{"device", wanted}});
        found = std::move(device);
    }
    if (!found)
        return failure(ErrorCode::device_missing, {{"device", wanted}});
    return *found;
}

std::vector<std::pair<std::string, std::uint16_t>> DevicesDomain::addressesOffering(
    const std::string &device, const std::string &serviceType) const
{
    std::vector<std::pair<std::string, std::uint16_t>> places;
    const auto found = find(device);
    // By what a device calls itself, any other would be called instead.
    if (!found || (found->id != device && !found->named))
        return places;
    const auto offered = std::ranges::find(found->services, serviceType, &contract::Service::type);
    if (offered == found->services.end())
        return places;
    for (const std::string &address : found->addresses) {
        // Without its interface, which no device is asked for, such an address leads nowhere.
        if (!address.starts_with("fe80:"))
            places.emplace_back(address, static_cast<std::uint16_t>(offered->port));
    }
    return places;
}

/// A document's text, recognising this device and no other.
std::string DevicesDomain::recognising(const std::string &text, const Device &device) const
{
    const std::string host = table_.seenAs(device.id);
    const bool byMac = !device.mac.empty();
    // A name that no document may hold is left out: the document's id, made from it, says the same.
    const bool byHost = !byMac && !host.empty() && !change::checkValue(seenAsField(), host);
    const std::string withMac
        = change::withValue(text, "mac", byMac ? std::optional<change::Value>(device.mac) : std::nullopt);
    return change::withValue(withMac, "seen_as", byHost ? std::optional<change::Value>(host) : std::nullopt);
}

/// One that is only seen and of which the house keeps something.
Result<Device> DevicesDomain::findDocumented(const std::string &wanted) const
{
    Device device = TRY(find(wanted));
    if (device.member || device.is_this)
        return failure(ErrorCode::device_is_member, {{"device", device.name}});
    if (context_.house.configuration().find("device", device.id) == nullptr)
        return failure(ErrorCode::device_undocumented, {{"device", device.name}});
    return device;
}

Result<contract::Change> DevicesDomain::edit(const Caller &caller, const std::string &wanted,
    std::string_view key, const std::optional<change::Value> &value)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const Device device = TRY(find(wanted));
    std::string id = device.id;
    const auto document = pipeline->configuration().find("device", id);
    std::string text = document ? document->text() : std::string();
    if (document == nullptr && !device.member) {
        // What the device made up may be another's tomorrow: nothing lasting is derived from it.
        if (device.mac_randomised)
            id = toBase32(crypto::randomBytes(idBytes));
        text = recognising(text, device);
    }
    change::Draft draft;
    draft.edits.push_back({contract::pathOf("device", id), change::withValue(text, key, value)});
    draft.caller = caller;
    auto change = TRY(pipeline->submit(draft));
    table_.answer(id);
    tellSoon();
    return change;
}

Result<contract::Change> DevicesDomain::assign(
    const Caller &caller, const std::string &device, const std::string &person)
{
    const change::Pipeline *pipeline = TRY(context_.house.get());
    if (person == "house")
        return edit(caller, device, "owner", std::nullopt);
    for (const auto &document : pipeline->configuration().ofKind("person")) {
        if (document->id() == person || document->textAt("name") == person)
            return edit(caller, device, "owner", document->id());
    }
    return failure(ErrorCode::person_missing, {{"person", person}});
}

Result<contract::Change> DevicesDomain::forget(const Caller &caller, const std::string &wanted)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const Device named = TRY(find(wanted));
    if (const auto member = pipeline->configuration().find("member", named.id);
        member && !change::isRevoked(*member))
        return remove(caller, named, *member);
    const Device device = TRY(findDocumented(wanted));
    const std::string mark = table_.markOf(device.id);
    change::Draft draft;
    draft.edits.push_back({contract::pathOf("device", device.id), std::nullopt});
    draft.caller = caller;
    auto change = TRY(pipeline->submit(draft));
    table_.forget(mark);
    tellSoon();
    return change;
}

Result<contract::Change> DevicesDomain::replace(
    const Caller &caller, const std::string &wanted, const std::string &inItsPlace)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const Device named = TRY(find(wanted));
    const Device now = TRY(find(inItsPlace));
    if (const auto member = pipeline->configuration().find("member", named.id);
        member && !change::isRevoked(*member) && now.id != named.id)
        return succeed(caller, named, now, *member);
    const Device old = TRY(findDocumented(wanted));
    if (now.member || now.is_this)
        return failure(ErrorCode::device_is_member, {{"device", now.name}});
    if (now.id == old.id)
        return failure(ErrorCode::nothing_to_change);
    const change::Configuration &house = pipeline->configuration();
    const std::string text = recognising(house.find("device", old.id)->text(), now);
    change::Draft draft;
    draft.edits.push_back({contract::pathOf("device", old.id), text});
    if (house.find("device", now.id) != nullptr)
        draft.edits.push_back({contract::pathOf("device", now.id), std::nullopt});
    draft.caller = caller;
    return pipeline->submit(draft);
}

void DevicesDomain::addCalls(change::CallTable &calls)
{
    calls.add<contract::DeviceList>(
        [this](const Caller &, const contract::DeviceList &) -> Result<std::vector<Device>> {
            context_.listed();
            return table_.all();
        });
    calls.add<contract::DeviceShow>(
        [this](const Caller &, const contract::DeviceShow &call) -> Result<std::vector<Device>> {
            Device device = TRY(find(call.device));
            return std::vector{std::move(device)};
        });
    calls.add<contract::DeviceRename>([this](const Caller &caller, const contract::DeviceRename &call) {
        return edit(caller, call.device, "name", call.name);
    });
    calls.add<contract::DeviceAssign>([this](const Caller &caller, const contract::DeviceAssign &call) {
        return assign(caller, call.device, call.person);
    });
    calls.add<contract::DeviceSetKind>([this](const Caller &caller, const contract::DeviceSetKind &call) {
        return edit(caller, call.device, "kind", std::string(nameOf(call.kind)));
    });
    calls.add<contract::DeviceForget>([this](const Caller &caller, const contract::DeviceForget &call) {
        return forget(caller, call.device);
    });
    calls.add<contract::DeviceReplace>([this](const Caller &caller, const contract::DeviceReplace &call) {
        return replace(caller, call.old, call.replacement);
    });
}

} // namespace freehold::devices
