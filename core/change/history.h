// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/record.h"
#include "change/repository.h"
#include "contract/types.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace freehold::change {

/// What became of each change. A commit that takes another back always comes after it, so a walk from
/// the newest knows a change's state when it meets it: pages are read as they are asked for, and
/// what was read is kept. Used from one thread.
class History {
public:
    explicit History(Repository &repository)
        : repository_(repository)
    {
    }

    /// Begins anew at a commit.
    void reset(const ObjectId &head);
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

    /// The commit by which a change was last taken back and not made again; empty otherwise.
    [[nodiscard]] ObjectId undoneBy(const ObjectId &id) const;
    [[nodiscard]] ObjectId rolledBackBy(const ObjectId &id) const;

private:
    [[nodiscard]] Result<bool> readOn();
    void note(const Row &row);

    Repository &repository_;
    std::vector<Row> newer_; // added since reset, oldest first
    std::vector<Row> older_; // read so far, newest first
    ObjectId next_; // the next commit to read; empty at the root
    std::map<ObjectId, ObjectId> undoneBy_; // an empty value: made again
    std::map<ObjectId, ObjectId> rolledBackBy_;
};

} // namespace freehold::change
