// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/traitor.h"

#include "change/record.h"
#include "change/replication/merge_order.h"
#include "change/replication/outgoing.h"
#include "simulation/exchange.h"

namespace freehold::simulation {

using change::Edit;
using contract::Role;

namespace {

/// Makes a commit the machine's own main, as if it had been looked at.
Result<void> hold(Member &member, const ObjectId &id)
{
    auto &repository = member.pipeline().repository();
    for (const char *reference : {change::takingInReference, change::mainReference}) {
        if (auto set = repository.setReference(reference, id); !set)
            return set;
    }
    return {};
}

/// Later than all that it builds on.
change::Record recordOf(const Member &traitor, std::string by)
{
    change::Stamp last;
    const auto newest = change::changesAt(traitor.repository(), traitor.head());
    for (const ObjectId &id : *newest)
        last = std::max(last, change::fromMessage(traitor.repository().commit(id).value().message).stamp);
    change::Record record;
    record.author = {traitor.name(), std::move(by), traitor.name()};
    record.stamp = {last.time + std::chrono::milliseconds(1), 0};
    return record;
}

std::string textAt(const Member &member, const std::string &path)
{
    const auto document = member.pipeline().configuration().find(path);
    return document ? document->text() : std::string();
}

} // namespace

ObjectId betray(Chance &chance, Member &traitor)
{
    const std::string house = textAt(traitor, "house.toml");
    const std::string self = contract::pathOf("member", traitor.id());
    std::string by = traitor.id();
    crypto::SigningKey key = traitor.key().copy();
    Edit edit{"house.toml", change::withValue(house, "name", "ours")};
    switch (chance.below(4)) {
    case 0: // beyond its role
        if (traitor.role() == Role::owner)
            return {};
        if (chance.oneIn(2))
            edit = {self, change::withValue(textAt(traitor, self), "role", "owner")};
        break;
    case 1: // another house
        edit.text = change::withValue(house, "id", "another");
        break;
    case 2: // in another's name
        by = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
        break;
    default: // by a key that nobody has admitted
        key = crypto::SigningKey::fromSeed(Secret::of(std::string(32, '?'))).value();
        break;
    }
    auto &repository = traitor.pipeline().repository();
    const auto made
        = repository.writeCommit({traitor.head()}, repository.commit(traitor.head()).value().tree, {edit},
            {traitor.name(), traitor.id()}, traitor.clock().now(), toMessage(recordOf(traitor, by)), &key);
    if (!made)
        return {};
    // Where its disk fails, nobody knows how far it has come.
    [[maybe_unused]] const auto held = hold(traitor, *made);
    return *made;
}

Result<void> help(Member &traitor, Member &helper)
{
    auto packs = TRY(change::Incoming::in(helper.incoming() / "help"));
    const auto haves = TRY(change::OwnHaves().of(helper.repository(), helper.head()));
    (void)TRY(carryPacks(traitor.repository(), traitor.head(), haves, packs, [] { return false; }));
    if (auto moved = packs.moveInto(helper.configuration() / ".git" / "objects" / "pack"); !moved)
        return moved;
    return hold(helper, traitor.head());
}

} // namespace freehold::simulation
