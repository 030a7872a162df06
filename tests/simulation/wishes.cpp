// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/wishes.h"

#include "change/revert.h"
#include "change/revocation.h"

namespace freehold::simulation {

using change::Draft;

namespace {

std::string textOf(const Member &member, const std::string &path)
{
    const auto document = member.pipeline().configuration().find(path);
    return document ? document->text() : std::string();
}

Draft draftOf(const Member &member, std::string path, std::optional<std::string> text)
{
    Draft draft;
    draft.caller = member.caller();
    draft.edits.push_back({std::move(path), std::move(text)});
    return draft;
}

std::string someName(Chance &chance)
{
    return "name " + std::to_string(chance.below(8));
}

std::string somePath(Chance &chance)
{
    return (chance.oneIn(4) ? "people/p" : "devices/d") + std::to_string(chance.below(3)) + ".toml";
}

/// Makes the document where there is none.
Draft someEdit(Chance &chance, const Member &member)
{
    const std::string path = somePath(chance);
    std::string text = textOf(member, path);
    if (path.starts_with("people/")) {
        if (text.empty())
            text = "name = \"" + someName(chance) + "\"\nrole = \"guest\"\n";
        else if (chance.oneIn(2))
            text = change::withValue(text, "name", someName(chance));
        else
            text = change::withValue(text, "birth_year", std::int64_t{1950} + std::int64_t(chance.below(50)));
        return draftOf(member, path, text);
    }
    const std::string key = chance.oneIn(2) ? "name" : "seen_as";
    text = chance.oneIn(5) ? change::withValue(text, key, std::nullopt)
                           : change::withValue(text, key, someName(chance));
    return draftOf(member, path, text);
}

Draft someEditOfTheHouse(Chance &chance, const Member &member)
{
    const char *key = chance.oneIn(2) ? "name" : "domain";
    const std::string value = key == std::string_view("name")
        ? someName(chance)
        : "house" + std::to_string(chance.below(9)) + ".example";
    return draftOf(member, "house.toml", change::withValue(textOf(member, "house.toml"), key, value));
}

Draft someOtherRole(Chance &chance, const Member &member)
{
    std::vector<std::string> paths;
    for (const auto &other : member.pipeline().configuration().ofKind("member"))
        paths.push_back(other->path());
    const std::string &path = chance.oneOf(paths);
    const std::vector<std::string> roles{"owner", "member", "guest"};
    const std::string text = change::withValue(textOf(member, path), "role", chance.oneOf(roles));
    // What the root has signed is one role; for another an owner's machine speaks.
    return draftOf(member, path, change::withValue(text, "admission", std::nullopt));
}

} // namespace

Draft someWish(Chance &chance, const Member &member)
{
    switch (chance.below(10)) {
    case 0:
        return someEditOfTheHouse(chance, member);
    case 1:
        return someOtherRole(chance, member);
    case 2:
        return draftOf(member, somePath(chance), std::nullopt);
    default:
        return someEdit(chance, member);
    }
}

Draft removalOf(const Member &removed, const Member &by)
{
    const std::string path = contract::pathOf("member", removed.id());
    const auto document = by.pipeline().configuration().find(path);
    return draftOf(
        by, path, document ? std::optional(change::revoked(*document, by.id(), by.head())) : std::nullopt);
}

} // namespace freehold::simulation
