// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/ledger.h"

#include "change/loading.h"
#include "change/record.h"

#include <algorithm>

namespace freehold::simulation {

namespace {

std::optional<Sayings> sayingsAt(
    const change::Repository &repository, const ObjectId &tree, const std::string &path)
{
    const auto document = tree.empty() ? nullptr : change::documentAt(repository, tree, path).value();
    return document ? std::optional(sayingsOf(*document)) : std::nullopt;
}

} // namespace

Sayings sayingsOf(const change::Document &document)
{
    Sayings sayings;
    for (const auto &[key, entry] : document.entries())
        sayings.emplace(key, entry.value);
    return sayings;
}

bool Ledger::look(const Member &member)
{
    const auto &repository = member.repository();
    std::vector<ObjectId> waiting{member.head()};
    while (!waiting.empty()) {
        const ObjectId id = std::move(waiting.back());
        waiting.pop_back();
        if (parents_.contains(id))
            continue;
        const change::Commit commit = repository.commit(id).value();
        parents_.emplace(id, commit.parents);
        std::ranges::copy(commit.parents, std::back_inserter(waiting));
        if (commit.parents.size() > 1)
            continue;
        note(member, commit);
        if (deeds_.at(id).by != member.id())
            return false;
    }
    return true;
}

void Ledger::note(const Member &by, const change::Commit &commit)
{
    const auto &repository = by.repository();
    const change::Record record = change::fromMessage(commit.message);
    Deed deed;
    deed.id = commit.id;
    deed.by = record.author.deviceId;
    deed.stamp = record.stamp;
    deed.cause = record.cause;
    deed.refersTo = record.refersTo;
    deed.replaces = record.replaces;
    const ObjectId before
        = commit.parents.empty() ? ObjectId() : repository.commit(commit.parents.front()).value().tree;
    const auto paths = repository.changedPaths(before, commit.tree);
    for (const std::string &path : *paths)
        deed.documents.emplace(
            path, Deed::Sides{sayingsAt(repository, before, path), sayingsAt(repository, commit.tree, path)});
    deeds_.emplace(commit.id, std::move(deed));
}

void Ledger::noteKept(const ObjectId &id)
{
    deeds_.at(id).isKept = true;
}

void Ledger::noteForbidden(const Member &by, const ObjectId &id)
{
    const change::Commit commit = by.repository().commit(id).value();
    parents_.emplace(id, commit.parents);
    note(by, commit);
    Deed &deed = deeds_.at(id);
    deed.by = by.id(); // whatever it says
    deed.isForbidden = true;
}

std::vector<const Deed *> Ledger::inOrder() const
{
    std::vector<const Deed *> deeds;
    std::ranges::transform(
        deeds_, std::back_inserter(deeds), [](const auto &entry) { return &entry.second; });
    std::ranges::sort(deeds, [](const Deed *one, const Deed *other) { return *one < *other; });
    return deeds;
}

std::string Ledger::text() const
{
    constexpr std::size_t shown = 8;
    std::string text;
    for (const Deed *deed : inOrder()) {
        text += deed->id.substr(0, shown) + " by " + deed->by.substr(0, shown) + ' ' + toText(deed->stamp)
            + ' ' + std::string(nameOf(deed->cause)) + (deed->isKept ? " kept" : "")
            + (deed->isForbidden ? " forbidden" : "");
        if (!deed->refersTo.empty())
            text += " of " + deed->refersTo.substr(0, shown);
        if (!deed->replaces.empty())
            text += " instead of " + deed->replaces.substr(0, shown);
        if (const auto parents = parents_.find(deed->id); parents != parents_.end()) {
            text += " on";
            for (const ObjectId &change : changesUnder(deed->id))
                text += ' ' + change.substr(0, shown);
        }
        text += '\n';
        for (const auto &[path, sides] : deed->documents) {
            text += "    " + path + (sides.was ? "" : " (new)") + (sides.is ? ":" : " (gone)");
            for (const auto &[key, value] : sides.is.value_or(Sayings())) {
                if (!sides.was || !sides.was->contains(key) || sides.was->at(key) != value)
                    text += ' ' + key + " = " + change::toToml(value);
            }
            for (const auto &[key, value] : sides.was.value_or(Sayings())) {
                if (sides.is && !sides.is->contains(key))
                    text += " no " + key;
            }
            text += '\n';
        }
    }
    return text;
}

std::vector<ObjectId> Ledger::changesUnder(const ObjectId &id) const
{
    std::vector<ObjectId> changes;
    for (const ObjectId &parent : parents_.at(id)) {
        const auto merged = parents_.find(parent);
        if (merged != parents_.end() && merged->second.size() > 1)
            std::ranges::copy(merged->second, std::back_inserter(changes));
        else
            changes.push_back(parent);
    }
    return changes;
}

const Deed *Ledger::find(const ObjectId &id) const
{
    const auto found = deeds_.find(id);
    return found == deeds_.end() ? nullptr : &found->second;
}

const std::set<ObjectId> &Ledger::historyOf(const ObjectId &id) const
{
    if (const auto known = histories_.find(id); known != histories_.end())
        return known->second;
    std::set<ObjectId> history{id};
    if (const auto parents = parents_.find(id); parents != parents_.end()) {
        for (const ObjectId &parent : parents->second) {
            const auto &older = historyOf(parent);
            history.insert(older.begin(), older.end());
        }
    }
    return histories_.emplace(id, std::move(history)).first->second;
}

} // namespace freehold::simulation
