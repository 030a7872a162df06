// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"

#include <string>
#include <vector>

namespace freehold::change {

/// Edits by hand that were not taken in and wait for a person. Each commit has a reference under
/// refs/freehold/refused/; the edit that lies in the work tree has one name for all its states, so that
/// somebody who saves often leaves one row and not a hundred. All of them stay under refs/freehold/by-hand/
/// too. House thread. Errors: those of the repository.
class Refused {
public:
    /// The newest so many commits wait; older ones are still under refs/freehold/by-hand/.
    static constexpr std::size_t mostCommits = 20;

    explicit Refused(Repository &repository)
        : repository_(repository)
    {
    }

    [[nodiscard]] Result<void> addCommit(const ObjectId &id);
    /// The edit that lies in the work tree, instead of its former state; an empty id where it is settled.
    [[nodiscard]] Result<void> setEdit(const ObjectId &id);
    [[nodiscard]] Result<void> remove(const ObjectId &id);
    /// Newest first.
    [[nodiscard]] Result<std::vector<ObjectId>> all() const;

private:
    /// Newest first, the edit's among them.
    [[nodiscard]] Result<std::vector<Reference>> references() const;

    Repository &repository_;
};

/// What lies between `base` (empty: nothing) and a commit by hand, carried over to what holds now; where both
/// changed a key, the commit's. Errors: documents_invalid (with problems), those of the repository.
[[nodiscard]] Result<std::vector<Edit>> carriedOver(
    Pipeline &pipeline, const ObjectId &id, const ObjectId &base);

} // namespace freehold::change
