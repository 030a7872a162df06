// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/laid_over.h"

#include <algorithm>

namespace freehold::simulation {

namespace {

std::optional<change::Value> valueAt(const std::optional<Sayings> &sayings, const std::string &key)
{
    if (!sayings || !sayings->contains(key))
        return std::nullopt;
    return sayings->at(key);
}

std::set<std::string> keysOf(const Deed::Sides &sides)
{
    std::set<std::string> keys;
    for (const auto *side : {&sides.was, &sides.is}) {
        if (*side) {
            for (const auto &[key, value] : **side)
                keys.insert(key);
        }
    }
    return keys;
}

Said with(Said said, const Deed &deed)
{
    for (const auto &[path, sides] : deed.documents) {
        const auto now = said.find(path);
        if (!sides.is) {
            said.erase(path);
        } else if (now == said.end()) {
            said[path] = *sides.is;
        } else {
            for (const std::string &key : keysOf(sides)) {
                const auto wanted = valueAt(sides.is, key);
                if (sides.was && valueAt(sides.was, key) == wanted)
                    continue;
                if (wanted)
                    now->second[key] = *wanted;
                else
                    now->second.erase(key);
            }
        }
    }
    return said;
}

bool isOwner(const Sayings &member)
{
    const auto revoked = member.lower_bound("revoked.");
    const bool isRevoked = revoked != member.end() && revoked->first.starts_with("revoked.");
    return member.at("role") == change::Value("owner") && !isRevoked;
}

/// Of the house's rules, those that changes may break together: names are distinct, an owner is left, and the
/// root's signature fits.
bool isValid(const Said &was, const Said &is, const Deed &deed)
{
    const auto nameAt = [](const Said &said, const std::string &path) {
        const auto found = said.find(path);
        const bool hasOne = found != said.end() && found->second.contains("name");
        return hasOne ? std::get<std::string>(found->second.at("name")) : std::string();
    };
    // The root has signed that the first machine is an owner's, and nothing else.
    const auto isAsSigned = [&](const std::string &path) {
        const auto found = is.find(path);
        return found == is.end() || !found->second.contains("admission")
            || found->second.at("role") == change::Value("owner");
    };
    bool losesOwner = false;
    for (const auto &[path, sides] : deed.documents) {
        const std::string folder = path.substr(0, path.find('/') + 1);
        if (!isAsSigned(path))
            return false;
        if (folder == "members/")
            losesOwner = losesOwner || (was.contains(path) && isOwner(was.at(path)) && !isOwner(is.at(path)));
        const std::string name = nameAt(is, path);
        if ((folder != "devices/" && folder != "people/") || name.empty() || name == nameAt(was, path))
            continue;
        for (const auto &[other, sayings] : is) {
            if (other != path && other.starts_with(folder) && nameAt(is, other) == name)
                return false;
        }
    }
    return !losesOwner || std::ranges::any_of(is, [](const auto &document) {
        return document.first.starts_with("members/") && isOwner(document.second);
    });
}

} // namespace

LaidOver::LaidOver(const Ledger &ledger, const std::set<ObjectId> &counting)
    : ledger_(ledger)
{
    for (const Deed *deed : ledger.inOrder()) {
        if (counting.contains(deed->id))
            lay(*deed);
    }
}

void LaidOver::lay(const Deed &deed)
{
    Said next = with(said_, deed);
    if (!isValid(said_, next, deed)) {
        lost_.insert(deed.id);
        invalid_.insert(deed.id);
        return;
    }
    const Said before = std::exchange(said_, std::move(next));
    noteAll(deed, before);
}

void LaidOver::noteAll(const Deed &deed, const Said &before)
{
    for (const auto &[path, sides] : deed.documents) {
        if (!sides.is) {
            note(deed, {path, {}}, change::Value(false));
            // With a document goes all that was written to it.
            for (auto writer = writers_.upper_bound({path, {}});
                writer != writers_.end() && writer->first.first == path; writer = writers_.erase(writer)) {
                if (!ledger_.historyOf(deed.id).contains(writer->second.change))
                    lost_.insert(writer->second.change);
            }
            continue;
        }
        // Who changes what somebody has deleted makes it, too.
        if (!sides.was || !before.contains(path))
            note(deed, {path, {}}, change::Value(true));
        for (const std::string &key : keysOf(sides)) {
            const auto wanted = valueAt(sides.is, key);
            if (valueAt(sides.was, key) != wanted)
                note(deed, {path, key}, wanted);
        }
    }
}

void LaidOver::note(const Deed &deed, const Key &key, const std::optional<change::Value> &value)
{
    const auto writer = writers_.find(key);
    if (writer != writers_.end() && writer->second.value != value
        && !ledger_.historyOf(deed.id).contains(writer->second.change))
        lost_.insert(writer->second.change);
    writers_[key] = {deed.id, value};
}

} // namespace freehold::simulation
