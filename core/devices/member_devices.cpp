// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that are machines of the house: they leave it, and others take their place.
#include "change/references.h"
#include "change/revocation.h"
#include "devices/devices_domain.h"

#include <algorithm>

namespace freehold::devices {

using change::Caller;
using change::Edit;
using contract::Device;

Result<Edit> DevicesDomain::removal(const Device &device, const change::Document &member) const
{
    if (device.is_this)
        return failure(ErrorCode::device_is_this, {{"device", device.name}});
    change::Pipeline *pipeline = TRY(context_.house.get());
    return Edit{member.path(), change::revoked(member, context_.deviceId, pipeline->head())};
}

Result<contract::Change> DevicesDomain::remove(
    const Caller &caller, const Device &device, const change::Document &member)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    change::Draft draft;
    draft.caller = caller;
    draft.edits.push_back(TRY(removal(device, member)));
    if (const auto document = pipeline->configuration().find("device", device.id))
        draft.edits.push_back({document->path(), std::nullopt});
    return pipeline->submit(draft);
}

Result<contract::Change> DevicesDomain::succeed(
    const Caller &caller, const Device &old, const Device &now, const change::Document &member)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const change::Configuration &house = pipeline->configuration();
    const auto successor = house.find("member", now.id);
    if (!successor || change::isRevoked(*successor))
        return failure(ErrorCode::device_no_member, {{"device", now.name}});
    change::Draft draft;
    draft.caller = caller;
    Edit removed = TRY(removal(old, member));
    removed.text = change::withValue(*removed.text, "successor", now.id);
    draft.edits.push_back(std::move(removed));
    draft.edits.push_back(
        {successor->path(), change::withValue(successor->text(), "role", member.textAt("role"))});
    // What each machine has a document of its own for goes along, where the other has none yet.
    for (const auto &kind : contract::documentKinds()) {
        const bool isOfOne = kind.name == "device" || kind.scope == contract::Scope::device;
        const auto document = isOfOne ? house.find(kind.name, old.id) : nullptr;
        if (!document)
            continue;
        const std::string place = contract::pathOf(kind.name, now.id);
        draft.edits.push_back({document->path(), std::nullopt});
        if (kind.name == "device" || house.find(place) == nullptr)
            draft.edits.push_back({place, document->text()});
    }
    for (Edit &edit : change::redirected(house, "device", old.id, now.id)) {
        if (!std::ranges::contains(draft.edits, edit.path, &Edit::path))
            draft.edits.push_back(std::move(edit));
    }
    return pipeline->submit(draft);
}

} // namespace freehold::devices
