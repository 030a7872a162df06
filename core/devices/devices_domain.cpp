// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devices_domain.h"

#include "contract/device_calls.h"
#include "devices/document_effects.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::devices {

using change::Caller;
using contract::Device;

namespace {

/// Long enough that a busy network writes seldom; what a crash loses of it is only when somebody was last
/// seen.
constexpr std::chrono::minutes savingInterval{10};

} // namespace

DevicesDomain::DevicesDomain(Context context)
    : context_(std::move(context))
    , table_(context_.clock, context_.deviceId)
    , sightings_(context_.database)
{
    table_.setSelfName(context_.deviceName);
    telling_.setSingleShot(true);
    telling_.setInterval(0);
    connect(&telling_, &QTimer::timeout, this, &DevicesDomain::tell);
    passing_.setSingleShot(true);
    passing_.setTimerType(Qt::VeryCoarseTimer);
    connect(&passing_, &QTimer::timeout, this, &DevicesDomain::tellSoon);
    saving_.setSingleShot(true);
    saving_.setTimerType(Qt::VeryCoarseTimer);
    saving_.setInterval(savingInterval);
    connect(&saving_, &QTimer::timeout, this, &DevicesDomain::save);
}

void DevicesDomain::enterHouse(const std::string &houseId)
{
    table_.setHouse(houseId, true);
    restore();
    for (const auto &document : context_.house.configuration().ofKind("device"))
        table_.give(document->id(), givenBy(*document));
    tellSoon();
}

void DevicesDomain::restore()
{
    if (auto dropped = sightings_.dropOld(context_.clock.now()); !dropped)
        log::write(log::Level::warning, "devices", "old sightings could not be dropped");
    const auto known = sightings_.all();
    if (!known) {
        log::write(log::Level::warning, "devices", "earlier sightings could not be read");
        return;
    }
    for (const auto &[device, answered] : *known) {
        table_.remember(device, answered);
        if (!answered)
            announced_.insert(device.id);
    }
}

void DevicesDomain::save()
{
    std::vector<Sightings::Sighting> rows;
    for (const std::string &id : std::exchange(unsaved_, {})) {
        if (auto device = table_.find(id); device && !device->is_this)
            rows.push_back({std::move(*device), table_.isAnswered(id)});
    }
    if (rows.empty() || context_.house.pipeline == nullptr)
        return;
    if (auto written = sightings_.write(rows); !written)
        log::write(log::Level::warning, "devices", "sightings could not be written");
}

void DevicesDomain::serviceSeen(const platform::ResolvedService &service)
{
    table_.seen(service);
    tellSoon();
}

void DevicesDomain::serviceGone(const platform::ServiceInstance &instance)
{
    table_.gone(instance);
    tellSoon();
}

void DevicesDomain::neighbourSeen(const platform::Neighbour &neighbour)
{
    table_.seen(neighbour);
    tellSoon();
}

void DevicesDomain::neighbourGone(const platform::Neighbour &neighbour)
{
    table_.gone(neighbour);
    tellSoon();
}

void DevicesDomain::interfacesChanged(const std::vector<platform::Interface> &interfaces)
{
    table_.setInterfaces(interfaces);
    std::vector<std::string> addresses;
    for (const platform::Interface &interface : interfaces)
        addresses.insert(addresses.end(), interface.addresses.begin(), interface.addresses.end());
    Q_EMIT addressesChanged(addresses);
    tellSoon();
}

void DevicesDomain::tellSoon()
{
    if (!telling_.isActive())
        telling_.start();
}

void DevicesDomain::tell()
{
    const auto next = table_.passTime();
    if (next)
        passing_.start(std::max(*next - context_.clock.now(), std::chrono::milliseconds(1)));
    const auto changes = table_.takeChanges();
    for (const std::string &id : changes.removed) {
        unsaved_.erase(id);
        announced_.erase(id);
        if (auto gone = sightings_.remove(id); !gone)
            log::write(log::Level::warning, "devices", "a sighting could not be removed");
        Q_EMIT deviceRemoved(id);
    }
    for (const std::string &id : changes.changed) {
        unsaved_.insert(id);
        const auto device = table_.find(id);
        if (!device)
            continue;
        Q_EMIT deviceChanged(*device);
        if (!device->is_new)
            announced_.erase(id);
        else if (announced_.insert(id).second)
            Q_EMIT newDeviceSeen(*device);
    }
    if (!unsaved_.empty() && !saving_.isActive())
        saving_.start();
}

std::vector<Problem> DevicesDomain::validate(const change::Delta &delta) const
{
    return validateDocuments(delta);
}

std::vector<contract::Effect> DevicesDomain::effects(const change::Delta &delta) const
{
    return documentEffects(delta, [this](const std::string &id) {
        const auto device = table_.find(id);
        return device ? device->name : std::string();
    });
}

change::Applied DevicesDomain::apply(const change::Delta &delta)
{
    for (const std::string &path : delta.paths) {
        const auto classified = contract::classify(path);
        if (classified->kind->name != "device")
            continue;
        const auto document = delta.after.find(path);
        table_.give(classified->id, document ? std::optional(givenBy(*document)) : std::nullopt);
        tellSoon();
    }
    return {};
}

std::vector<contract::Finding> DevicesDomain::check() const
{
    std::vector<contract::Finding> findings;
    for (const Device &device : table_.unanswered()) {
        if (device.is_new)
            findings.push_back({contract::FindingCode::new_device, contract::Severity::warning,
                {{"device", device.id}, {"name", device.name}, {"kind", std::string(nameOf(device.kind))},
                    {"since", device.first_seen ? toRfc3339(*device.first_seen) : std::string()}},
                {}, {}});
    }
    if (table_.isFull())
        findings.push_back({contract::FindingCode::discovery_limit, contract::Severity::warning,
            {{"limit", "devices"}}, {}, {}});
    return findings;
}

std::string DevicesDomain::selfName() const
{
    const auto device = table_.find(context_.deviceId);
    return device && device->named ? device->name : context_.deviceName;
}

contract::DeviceCount DevicesDomain::count() const
{
    contract::DeviceCount count;
    for (const Device &device : table_.all()) {
        ++count.known;
        count.online += device.state == contract::DeviceState::online ? 1 : 0;
    }
    return count;
}

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

Result<contract::Change> DevicesDomain::edit(const Caller &caller, const std::string &wanted,
    std::string_view key, const std::optional<change::Value> &value)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const Device device = TRY(find(wanted));
    const std::string path = contract::pathOf("device", device.id);
    const auto document = pipeline->configuration().find(path);
    std::string text = document ? document->text() : std::string();
    if (document == nullptr && !device.member) {
        if (!device.mac.empty())
            text = change::withValue(text, "mac", device.mac);
        else
            text = change::withValue(text, "seen_as", device.name);
    }
    change::Draft draft;
    draft.edits.push_back({path, change::withValue(text, key, value)});
    draft.caller = caller;
    auto change = TRY(pipeline->submit(draft));
    table_.answer(device.id);
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
    const Device device = TRY(find(wanted));
    change::Draft draft;
    draft.edits.push_back({contract::pathOf("device", device.id), std::nullopt});
    draft.caller = caller;
    if (pipeline->configuration().find(draft.edits.front().path) == nullptr)
        return failure(ErrorCode::nothing_to_change);
    auto change = TRY(pipeline->submit(draft));
    table_.forget(device.id);
    tellSoon();
    return change;
}

void DevicesDomain::addCalls(change::CallTable &calls)
{
    calls.add<contract::DeviceList>(
        [this](const Caller &, const contract::DeviceList &) -> Result<std::vector<Device>> {
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
}

} // namespace freehold::devices
