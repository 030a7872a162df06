// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devices_domain.h"

#include "change/distinct.h"
#include "devices/document_effects.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::devices {

using contract::Device;

namespace {

/// Long enough that a busy network writes seldom; what a crash loses of it is only when somebody was last
/// seen.
constexpr std::chrono::minutes savingInterval{10};

/// Who was announced must not be announced again after a crash: written as soon as a burst is over.
constexpr std::chrono::seconds soon{2};

/// Whom a family has to visit comes in smaller numbers; what is above is no guest but noise, and stays
/// silently new.
constexpr std::size_t announcementsAMinute = 12;

/// A person looks through no more at once; with the first ones answered the next ones are told.
constexpr std::size_t newDevicesTold = 20;

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
    connect(&passing_, &QTimer::timeout, this, &DevicesDomain::tellSoon);
    saving_.setSingleShot(true);
    saving_.setTimerType(Qt::VeryCoarseTimer);
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

void DevicesDomain::setMembers(std::map<std::string, MemberSeen> members)
{
    table_.setMembers(std::move(members));
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
    for (const auto &[device, host, answered] : *known)
        table_.remember(device, host, answered);
}

void DevicesDomain::save()
{
    std::vector<Sightings::Sighting> rows;
    for (const std::string &id : std::exchange(unsaved_, {})) {
        if (auto device = table_.find(id); device && !device->is_this)
            rows.push_back({std::move(*device), table_.hostOf(id), table_.isAnswered(id)});
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
    bool mustLast = changes.who;
    bool findingsDiffer = std::exchange(toldFull_, table_.isFull()) != table_.isFull();
    for (const std::string &id : changes.removed) {
        unsaved_.erase(id);
        findingsDiffer |= new_.erase(id) > 0;
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
        findingsDiffer |= device->is_new ? new_.insert(id).second : new_.erase(id) > 0;
        if (!table_.announce(id))
            continue;
        mustLast = true;
        if (mayAnnounce())
            Q_EMIT newDeviceSeen(*device);
    }
    if (findingsDiffer)
        Q_EMIT findingsChanged();
    if (mustLast && (!saving_.isActive() || saving_.remainingTimeAsDuration() > soon))
        saving_.start(soon);
    else if (!unsaved_.empty() && !saving_.isActive())
        saving_.start(savingInterval);
}

bool DevicesDomain::mayAnnounce()
{
    const Time now = context_.clock.now();
    std::erase_if(
        announcedAt_, [&](Time time) { return time <= now - std::chrono::minutes(1) || time > now; });
    if (announcedAt_.size() >= announcementsAMinute)
        return false;
    announcedAt_.push_back(now);
    return true;
}

change::Validate DevicesDomain::validator() const
{
    using change::Distinct;
    return [names = Distinct("device", "name"), macs = Distinct("device", "mac")](
               const change::Delta &delta) mutable {
        auto problems = names.check(delta);
        std::ranges::move(macs.check(delta), std::back_inserter(problems));
        return problems;
    };
}

std::vector<contract::Effect> DevicesDomain::effects(const change::Delta &delta) const
{
    return documentEffects(delta, [this](const change::Document &document) {
        if (const auto device = table_.find(document.id()))
            return device->name;
        // One that is being given an id of its own is still in the table under another.
        const std::string mac = document.textAt("mac");
        const auto devices = mac.empty() ? std::vector<Device>() : table_.all();
        const auto found = std::ranges::find(devices, mac, &Device::mac);
        return found == devices.end() ? std::string() : found->name;
    });
}

change::Applied DevicesDomain::apply(const change::Delta &delta)
{
    // What a document lets go of may be what another one takes: all lose first, and then each gets its own.
    std::vector<std::pair<std::string, std::optional<DocumentedDevice>>> given;
    for (const std::string &path : delta.paths) {
        const auto classified = contract::classify(path);
        if (!classified || classified->kind->name != "device")
            continue;
        const auto before = delta.before.find(path);
        const auto after = delta.after.find(path);
        const auto now = after ? std::optional(givenBy(*after)) : std::nullopt;
        if (before && (!now || !now->isRecognisedAs(givenBy(*before))))
            table_.give(classified->id, std::nullopt);
        if (now)
            given.emplace_back(classified->id, now);
    }
    for (const auto &[id, device] : given)
        table_.give(id, device);
    tellSoon();
    return {};
}

std::vector<contract::Finding> DevicesDomain::check() const
{
    std::vector<contract::Finding> findings;
    std::vector<Device> unanswered = table_.unanswered();
    std::erase_if(unanswered, [](const Device &device) { return !device.is_new; });
    std::ranges::stable_sort(unanswered, {}, &Device::first_seen);
    unanswered.resize(std::min(unanswered.size(), newDevicesTold));
    findings.reserve(unanswered.size() + 1);
    for (const Device &device : unanswered) {
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

} // namespace freehold::devices
