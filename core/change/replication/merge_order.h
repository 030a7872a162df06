// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/hybrid_clock.h"
#include "change/repository.h"

#include <vector>

namespace freehold::change {

/// One change on its way into a merge.
struct Dated {
    ObjectId id;
    Stamp stamp;
    Commit commit;

    /// What is later: by hybrid logical time, then by id.
    friend auto operator<=>(const Dated &one, const Dated &other)
    {
        return std::tie(one.stamp, one.id) <=> std::tie(other.stamp, other.id);
    }
    friend bool operator==(const Dated &one, const Dated &other) { return one.id == other.id; }
};

/// What is the same for several histories, and what has to be laid over it, oldest first. Depends on the set
/// of heads alone. `base` may be older than the last that all heads build on: all that is not older than it
/// is among the changes, so that who was away for long and comes back with an old change finds its place in
/// time.
struct MergeOrder {
    Dated base; ///< a change that all heads build on, as does all that is later
    std::vector<Dated> changes; ///< all that is later
};

/// `heads` are changes, not merges. A change is later than all that it builds on. Errors:
/// house_identity_changed where they have nothing in common; repository_damaged.
[[nodiscard]] Result<MergeOrder> mergeOrder(const Repository &repository, const std::vector<ObjectId> &heads);

/// The changes that a commit stands for: itself, or of a merge those that it merges.
[[nodiscard]] Result<std::vector<ObjectId>> changesAt(const Repository &repository, const ObjectId &commit);

/// The newest among all changes that `head` stands for or builds on and that are no later than `change`,
/// which is one of them.
[[nodiscard]] Result<std::vector<ObjectId>> headsUpTo(
    const Repository &repository, const ObjectId &head, const ObjectId &change);

/// Those that no other of them builds on, sorted by id, once each.
[[nodiscard]] Result<std::vector<ObjectId>> newestOf(
    const Repository &repository, std::vector<ObjectId> changes);

} // namespace freehold::change
