// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/counting.h"

#include <algorithm>
#include <ranges>

namespace freehold::simulation {

namespace {

constexpr std::string_view folder = "members/";
constexpr std::string_view suffix = ".toml";
constexpr std::string_view revoked = "revoked.";

/// Of a member's document.
std::string memberOf(const std::string &path)
{
    return path.substr(folder.size(), path.size() - folder.size() - suffix.size());
}

bool isMembers(const std::string &path)
{
    return path.starts_with(folder) && memberOf(path).find('/') == std::string::npos;
}

/// The keys by which a change removes the member of a document, and what they say.
std::vector<std::pair<std::string, ObjectId>> removalsIn(const Deed::Sides &sides)
{
    std::vector<std::pair<std::string, ObjectId>> found;
    if (!sides.is)
        return found;
    for (const auto &[key, value] : *sides.is) {
        if (key.starts_with(revoked) && !(sides.was && sides.was->contains(key))) {
            std::string by = key.substr(revoked.size());
            std::erase(by, '"');
            found.emplace_back(std::move(by), std::get<std::string>(value));
        }
    }
    return found;
}

} // namespace

Counting::Counting(const Ledger &ledger, const std::function<bool(const ObjectId &)> &isHeard)
    : ledger_(ledger)
{
    findThoseThatHold(isHeard);
    for (const Deed *deed : ledger.inOrder()) {
        if (isExcluded(*deed))
            excluded_.insert(deed->id);
        else
            counting_.insert(deed->id);
    }
}

void Counting::findThoseThatHold(const std::function<bool(const ObjectId &)> &isHeard)
{
    for (const Deed *deed : ledger_.inOrder()) {
        if (deed->isForbidden || !isHeard(deed->id))
            continue;
        for (const auto &[path, sides] : deed->documents) {
            if (!isMembers(path))
                continue;
            for (auto &[by, known] : removalsIn(sides))
                heard_.push_back({memberOf(path), by, known, deed, admittedAt(by)});
        }
    }
    // Who has been there for longer is heard first; then nobody later in the row speaks against it.
    std::ranges::sort(
        heard_, {}, [](const Removal &one) { return std::tie(one.seniority, one.by, one.deed->id); });
    for (const Removal &removal : heard_) {
        const bool isVoid = std::ranges::any_of(holding_, [&](const Removal &other) {
            return other.member == removal.by && other.by != removal.by
                && !ledger_.historyOf(other.known).contains(removal.deed->id);
        });
        if (!isVoid)
            holding_.push_back(removal);
    }
}

bool Counting::isUnclear(const std::function<bool(const std::string &)> &makesAgain) const
{
    return std::ranges::any_of(heard_, [&](const Removal &removal) {
        return excluded_.contains(removal.deed->id) && !makesAgain(removal.by);
    });
}

bool Counting::isRemoval(const Deed &deed)
{
    return std::ranges::any_of(deed.documents, [](const auto &document) {
        return isMembers(document.first) && !removalsIn(document.second).empty();
    });
}

Time Counting::admittedAt(const std::string &member) const
{
    const std::string path = std::string(folder) + member + std::string(suffix);
    for (const Deed *deed : ledger_.inOrder()) {
        const auto found = deed->documents.find(path);
        if (found != deed->documents.end() && !found->second.was && found->second.is)
            return fromRfc3339(std::get<std::string>(found->second.is->at("admitted"))).value();
    }
    return Time::max();
}

bool Counting::onlyRemoves(const Deed &deed) const
{
    return std::ranges::all_of(deed.documents, [&](const auto &document) {
        const auto &[path, sides] = document;
        const auto removals = removalsIn(sides);
        if (!isMembers(path) || !sides.was || removals.size() + sides.was->size() != sides.is->size())
            return false;
        const bool saysNothingElse = std::ranges::all_of(*sides.was, [&](const auto &said) {
            const auto still = sides.is->find(said.first);
            return still != sides.is->end() && still->second == said.second;
        });
        return saysNothingElse && !removals.empty()
            && std::ranges::all_of(removals, [&](const auto &removal) {
                   return std::ranges::any_of(holding_, [&](const Removal &one) {
                       return one.member == memberOf(path) && one.by == removal.first
                           && one.known == removal.second;
                   });
               });
    });
}

bool Counting::isExcluded(const Deed &deed) const
{
    if (deed.isForbidden)
        return true;
    const auto &history = ledger_.historyOf(deed.id);
    if (std::ranges::any_of(excluded_, [&](const ObjectId &one) { return history.contains(one); }))
        return true;
    return std::ranges::any_of(holding_, [&](const Removal &removal) {
        return removal.member == deed.by && !ledger_.historyOf(removal.known).contains(deed.id);
    }) && !onlyRemoves(deed);
}

} // namespace freehold::simulation
