// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pending.h"

#include "change/signed_commit.h"

#include <algorithm>

namespace freehold::change {

namespace {

const std::string prefix = "refs/freehold/by-hand-waiting/";

} // namespace

Result<void> Pending::add(const Entry &entry)
{
    if (!TRY(repository_.resolve(prefix + entry.id)).empty())
        return {};
    if (auto kept = repository_.setReference(byHandPrefix + entry.id, entry.id); !kept)
        return kept;
    return repository_.setReference(prefix + entry.id, entry.base);
}

Result<void> Pending::remove(const ObjectId &id)
{
    return repository_.removeReference(prefix + id);
}

Result<std::vector<Pending::Entry>> Pending::all() const
{
    struct Timed {
        Time time;
        Entry entry;
    };
    std::vector<Timed> timed;
    for (const Reference &reference : TRY(repository_.references(prefix + '*'))) {
        ObjectId id = reference.name.substr(prefix.size());
        const Time time = TRY(repository_.commit(id)).time;
        timed.push_back({time, {std::move(id), reference.target}});
    }
    std::ranges::stable_sort(timed, {}, &Timed::time);
    std::vector<Entry> entries;
    std::ranges::transform(timed, std::back_inserter(entries), &Timed::entry);
    return entries;
}

Result<FoundByHand> settleMain(Repository &repository, const crypto::PublicKey &deviceKey)
{
    const ObjectId head = TRY(repository.resolve(mainReference));
    // What came from other members was looked at when it came.
    const ObjectId takingIn = TRY(repository.resolve(takingInReference));
    if (!head.empty() && head == takingIn)
        return FoundByHand{head, {}};
    const ObjectId applied = TRY(repository.resolve(appliedReference));
    ObjectId at = head;
    ObjectId trusted;
    while (!at.empty() && trusted.empty()) {
        if (at == takingIn) {
            trusted = at;
            break;
        }
        const bool holdsApplied = applied.empty() || TRY(repository.isAncestor(applied, at));
        if (!holdsApplied)
            break;
        const std::string raw = TRY(repository.rawCommit(at));
        if (signerOf(raw) == deviceKey) {
            trusted = at;
            break;
        }
        const Commit commit = TRY(repository.commit(at));
        at = commit.parents.empty() ? ObjectId() : commit.parents.front();
    }
    if (trusted.empty())
        trusted = applied;
    if (trusted.empty() || trusted == head)
        return FoundByHand{trusted, {}};
    if (!head.empty()) {
        if (auto kept = Pending(repository).add({head, trusted}); !kept)
            return std::unexpected(std::move(kept).error());
    }
    if (auto moved = repository.setReference(mainReference, trusted); !moved)
        return std::unexpected(std::move(moved).error());
    return FoundByHand{trusted, head};
}

} // namespace freehold::change
