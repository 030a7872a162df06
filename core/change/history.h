// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/record.h"
#include "change/replication/merge_order.h"
#include "change/repository.h"
#include "contract/types.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace freehold::change {

/// What became of each change. Changes stand in the order of their hybrid logical time, whichever member made
/// them; merges have no row. A commit that takes another back always comes after it, so a walk from the
/// newest knows a change's state when it meets it: pages are read as they are asked for, and what was read is
/// kept. What was said of a change last counts, as far as that was not itself taken back. Used from one
/// thread.
class History {
public:
    explicit History(Repository &repository)
        : repository_(repository)
    {
    }

    /// Begins anew at a commit.
    [[nodiscard]] Result<void> reset(const ObjectId &head);
    /// A commit made on top of the head.
    void add(const ObjectId &id, const Record &record);

    struct Row {
        ObjectId id;
        contract::Cause cause = contract::Cause::person;
        ObjectId refersTo;
    };
    /// Rows before `before` (from the newest where empty), newest first, roll-backs left out.
    /// Errors: change_missing.
    [[nodiscard]] Result<std::vector<Row>> rows(const ObjectId &before, std::size_t limit);
    /// True where the change is in the history; reads on until it is found.
    [[nodiscard]] Result<bool> contains(const ObjectId &id);
    /// All rows newer than a change, newest first.
    [[nodiscard]] Result<std::vector<Row>> after(const ObjectId &id);
    /// The newest change at or before a time.
    [[nodiscard]] Result<ObjectId> at(Time time);

    /// The commit by which a change was taken back, by an undo, by a restore to before it, or by taking its
    /// redo back; empty where the change holds or was rolled back. Of changes that were read.
    [[nodiscard]] ObjectId undoneBy(const ObjectId &id) const;
    /// The roll-back of a change; empty where there is none that holds.
    [[nodiscard]] ObjectId rolledBackBy(const ObjectId &id) const;
    /// Whether a change is of nothing but documents that only go forward, which a restore leaves as they are.
    [[nodiscard]] bool onlyGoesForward(const ObjectId &id) const;
    /// Whether a merge left something of a change out, and nobody has chosen it since. Of changes that were
    /// read.
    [[nodiscard]] bool isLeftOut(const ObjectId &id) const;
    /// The change as which a commit by hand was taken in; empty where none was read.
    [[nodiscard]] ObjectId takenInAs(const ObjectId &byHand) const;

private:
    /// By which commit a change is gone; empty where it holds.
    struct Fate {
        ObjectId goneBy;
        bool isRolledBack = false;
    };
    [[nodiscard]] Result<bool> readOn();
    /// The changes that a commit stands for are among those to be read.
    [[nodiscard]] Result<void> reach(const ObjectId &commit);
    void place(const ObjectId &id, std::int64_t at, const Record &record);
    [[nodiscard]] const Fate &fateOf(const ObjectId &id) const;
    /// True of a restore that went to before a place.
    [[nodiscard]] bool goesBackPast(const ObjectId &id, std::int64_t at) const;
    [[nodiscard]] Fate judge(const ObjectId &id) const;
    [[nodiscard]] bool holds(const ObjectId &id) const { return fateOf(id).goneBy.empty(); }

    Repository &repository_;
    std::vector<Row> newer_; // added since reset, oldest first
    std::vector<Row> older_; // read so far, newest first
    std::set<Dated> waiting_; // the next to read is the latest of them; none past the root
    std::map<ObjectId, std::int64_t> places_; // of what was read: newer ones have larger numbers
    std::map<ObjectId, Row> lastSaid_; // the newest undo, redo or roll-back that names a change
    std::map<std::int64_t, Row> restores_; // by place
    std::map<ObjectId, ObjectId> takenInAs_;
    std::set<ObjectId> leftOut_; ///< by merges
    mutable std::map<ObjectId, Fate> fates_; // worked out so far; a new commit may alter all
};

} // namespace freehold::change
