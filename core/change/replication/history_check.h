// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/exclusion.h"
#include "change/replication/house_merge.h"
#include "change/repository.h"
#include "contract/codes.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace freehold::change {

/// What of two histories counts, once one of them was looked at.
struct Counted {
    ObjectId known; ///< the commit as of which the other was looked at; empty where there was none
    std::vector<ObjectId> heads; ///< the newest changes of both that count
    std::set<ObjectId> excluded; ///< of `known`: what counts no more
    Revocations revocations; ///< those that hold
    bool isWhole = true; ///< whether all of the other counts
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
    ~HistoryCheck();

    /// Looks at `head` and all that it builds on, except for `known` and what that builds on, which counted
    /// so far; empty where nothing is known. Signatures are verified on all cores. Errors, with the commit as
    /// `change`: signature_invalid, not_permitted, house_identity_changed of the first commit, link_in_tree,
    /// document_path_invalid, message_malformed of one that is not later than what it builds on, and
    /// repository_damaged where something is missing.
    [[nodiscard]] Result<Counted> run(const ObjectId &head, const ObjectId &known);

private:
    struct Entry {
        Commit commit;
        std::optional<crypto::PublicKey> signer;
    };
    struct Member {
        std::string id;
        contract::Role role = contract::Role::guest;
    };
    using Members = std::map<crypto::PublicKey, Member>;

    /// Parents before children.
    [[nodiscard]] Result<std::vector<Entry>> collect(const ObjectId &head, const ObjectId &known) const;
    [[nodiscard]] Result<void> checkEntry(const Entry &entry);
    /// What its own tree says of who was removed.
    [[nodiscard]] Result<Revocations> revocationsOf(const ObjectId &commit) const;
    [[nodiscard]] Result<void> checkFirst(const Entry &entry);
    [[nodiscard]] Result<void> checkChange(const Entry &entry);
    [[nodiscard]] Result<void> checkMerge(const Entry &entry) const;
    /// What the commit says of itself.
    [[nodiscard]] Result<void> checkRecord(const Entry &entry) const;
    /// Paths, kinds and sizes of what it leaves in the tree.
    [[nodiscard]] Result<void> checkFiles(
        const Commit &commit, const Repository::Difference &difference) const;
    /// What of the house and its members never changes.
    [[nodiscard]] Result<void> checkIdentity(
        const Commit &commit, const std::string &path, const ObjectId &before, const std::string &author);
    /// Of a member's document: who was removed stays removed, and whoever removes says so in its own name.
    [[nodiscard]] Result<void> checkRevocations(
        const Commit &commit, const Document *was, const Document &is, const std::string &author);
    /// Whether a device's document names another person than before.
    [[nodiscard]] Result<bool> changesPerson(
        const std::string &path, const ObjectId &before, const ObjectId &after) const;
    [[nodiscard]] Result<std::shared_ptr<const Members>> membersAt(const ObjectId &tree);
    /// What a member may do: the lesser of its own role and that of the person whose it is.
    [[nodiscard]] Result<contract::Role> roleOf(const Member &member, const ObjectId &tree) const;

    const Repository &repository_;
    std::string houseId_;
    Validate validate_;
    Revocations made_; ///< by commits that were looked at
    /// By the blobs of the documents that they are read from; few differ in a whole history.
    std::map<std::vector<ObjectId>, std::shared_ptr<const Members>> members_;
};

} // namespace freehold::change
