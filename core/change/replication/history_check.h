// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/change_check.h"
#include "change/replication/exclusion.h"
#include "change/replication/house_merge.h"
#include "change/repository.h"
#include "contract/codes.h"

#include <string>
#include <vector>

namespace freehold::change {

/// What of some histories counts, this member's own among them, once the others were looked at.
struct Counted {
    ObjectId known; ///< the commit as of which the others were looked at; empty where there was none
    std::vector<ObjectId> heads; ///< the newest changes of all that count
    std::set<ObjectId> excluded; ///< of `known`: what counts no more
    Revocations revocations; ///< those that hold
    bool isWhole = true; ///< whether all of the others counts
};

/// Whether commits that came from elsewhere count. Each is looked at by itself: its signature, whether its
/// signer was a member in the tree that it builds on, and whether that member might change those documents;
/// or whether it is that by which a machine enters that was restored from a backup (replication/entering.h).
/// What lies on a commit that doesn't count doesn't either. A merge counts where this machine would have made
/// the same. What a removed member made later is left out, with all that builds on it
/// (replication/exclusion.h); that is no fault of who has not heard of it yet. Reads the repository alone,
/// and may run in any thread that has it to itself.
class HistoryCheck {
public:
    /// `houseId`: of the house that the history has to be of. `validate`: for merges; called in this thread.
    HistoryCheck(const Repository &repository, std::string houseId, Validate validate);

    /// Looks at `heads` and all that they build on, except for `known` and what that builds on, which counted
    /// so far; empty where nothing is known. All cores look at them. One commit that does not
    /// count, and that nobody's removal excuses, is the verdict on all heads. Errors, with the commit as
    /// `change`: signature_invalid, not_permitted, house_identity_changed of the first commit, link_in_tree,
    /// document_path_invalid, message_malformed of one that is not later than what it builds on, and
    /// repository_damaged where something is missing.
    [[nodiscard]] Result<Counted> run(const std::vector<ObjectId> &heads, const ObjectId &known);

private:
    /// Parents before children.
    [[nodiscard]] Result<std::vector<SignedCommit>> collect(
        const std::vector<ObjectId> &heads, const ObjectId &known) const;
    /// What ChangeCheck says of each that is no merge.
    [[nodiscard]] std::vector<Result<Revocations>> lookAtEach(const std::vector<SignedCommit> &entries) const;
    /// What its own tree says of who was removed.
    [[nodiscard]] Result<Revocations> revocationsOf(const ObjectId &commit) const;
    [[nodiscard]] Result<void> checkMerge(const SignedCommit &entry) const;

    const Repository &repository_;
    std::string houseId_;
    Validate validate_;
};

} // namespace freehold::change
