// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/document_effects.h"

#include "change/revocation.h"

#include <algorithm>

namespace freehold::devices {

using change::DocumentPointer;
using contract::DeviceKind;
using contract::Effect;
using contract::EffectCode;

namespace {

bool isDevice(const std::string &path)
{
    const auto classified = contract::classify(path);
    return classified && classified->kind->name == "device";
}

std::string personName(const change::Configuration &configuration, const std::string &id)
{
    const auto person = configuration.find("person", id);
    return person == nullptr ? id : person->textAt("name");
}

std::string recognisedBy(const DocumentPointer &document)
{
    const std::string mac = document->textAt("mac");
    return mac.empty() ? document->textAt("seen_as") : mac;
}

/// Whether a machine of the house is none any more after this.
bool leaves(const change::Delta &delta, const std::string &id)
{
    const auto before = delta.before.find("member", id);
    const auto after = delta.after.find("member", id);
    return before && after && !change::isRevoked(*before) && change::isRevoked(*after);
}

} // namespace

DocumentedDevice givenBy(const change::Document &document)
{
    DocumentedDevice given{document.textAt("name"), document.textAt("owner"), std::nullopt,
        document.textAt("mac"), document.textAt("seen_as")};
    given.kind = contract::fromName<DeviceKind>(document.textAt("kind"));
    return given;
}

std::vector<Effect> documentEffects(
    const change::Delta &delta, const std::function<std::string(const change::Document &)> &seenName)
{
    std::vector<Effect> effects;
    const auto add = [&](EffectCode code, Arguments arguments) {
        effects.push_back({"devices", code, std::move(arguments), {}, {}, {}});
    };
    for (const std::string &path : delta.paths) {
        if (!isDevice(path))
            continue;
        const auto before = delta.before.find(path);
        const auto after = delta.after.find(path);
        const change::Document &document = *(after ? after : before);
        const auto at = [](const DocumentPointer &side, const char *key) {
            return side ? side->textAt(key) : std::string();
        };
        const std::string oldName = at(before, "name");
        const std::string newName = at(after, "name");
        const auto seen = [&] {
            std::string name = seenName(document);
            return name.empty() ? document.id() : name;
        };
        const std::string shown = !newName.empty() ? newName : !oldName.empty() ? oldName : seen();
        // That the machine left the house says this, too.
        if (after == nullptr && leaves(delta, document.id()))
            continue;
        if (after == nullptr) {
            add(EffectCode::device_forgotten, {{"device", shown}});
            continue;
        }
        if (oldName != newName) {
            if (oldName.empty())
                add(EffectCode::device_named, {{"device", seen()}, {"name", newName}});
            else
                add(EffectCode::device_renamed, {{"from", oldName}, {"to", newName}});
        }
        if (const std::string by = recognisedBy(after); before && recognisedBy(before) != by && !by.empty())
            add(EffectCode::device_replaced, {{"device", shown}, {"by", by}});
        const std::string owner = at(after, "owner");
        if (at(before, "owner") != owner && !owner.empty())
            add(EffectCode::device_assigned, {{"device", shown}, {"person", personName(delta.after, owner)}});
        else if (at(before, "owner") != owner
            || (before == nullptr && newName.empty() && at(after, "kind").empty()))
            add(EffectCode::device_shared, {{"device", shown}});
        if (at(before, "kind") != at(after, "kind"))
            add(EffectCode::device_kind_changed,
                {{"device", shown}, {"from", at(before, "kind")}, {"to", at(after, "kind")}});
    }
    return effects;
}

} // namespace freehold::devices
