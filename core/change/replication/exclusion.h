// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/revocation.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace freehold::change {

/// Which commits don't count since their authors were removed: what a removed member made and its revocation
/// did not know, and all that builds on that; but not what only removes members, where that holds. Reads the
/// repository alone.
class Exclusion {
public:
    /// `revocations`: those that hold.
    Exclusion(const Repository &repository, Revocations revocations);

    /// Whether a commit is excluded. Asked parents before children, of all commits between those that count
    /// and the last. `author`: the member that signed it; empty for a merge. Errors: repository_damaged.
    [[nodiscard]] Result<bool> look(const Commit &commit, const std::string &author);
    /// Of what was looked at.
    [[nodiscard]] bool excludes(const ObjectId &commit) const { return excluded_.contains(commit); }
    [[nodiscard]] const std::set<ObjectId> &all() const { return excluded_; }

    /// The newest commits of a history that was looked at and are not excluded.
    [[nodiscard]] Result<std::vector<ObjectId>> newestLeft(const ObjectId &head) const;

private:
    /// A commit, and what it builds on.
    [[nodiscard]] Result<const std::set<ObjectId> *> historyOf(const ObjectId &commit);

    const Repository &repository_;
    Revocations revocations_;
    std::set<ObjectId> excluded_;
    std::map<ObjectId, std::set<ObjectId>> histories_;
};

/// The commits of a history that are excluded by some revocations and were not by others, parents before
/// children. Few histories have any, which is known soon.
[[nodiscard]] Result<Exclusion> exclusionOf(const Repository &repository, const ObjectId &head,
    const Revocations &former, const Revocations &revocations);

} // namespace freehold::change
