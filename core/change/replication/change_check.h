// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"
#include "change/repository.h"
#include "change/revocation.h"
#include "contract/codes.h"
#include "support/crypto.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace freehold::change {

/// A commit, and whose signature under it is right; nobody's where it has none, or a wrong one.
struct SignedCommit {
    Commit commit;
    std::optional<crypto::PublicKey> signer;
};

/// What is wrong with a commit, named as `change`.
[[nodiscard]] std::unexpected<Error> doesNotCount(
    ErrorCode code, const ObjectId &commit, Arguments more = {});

/// Looks at changes each by itself: whether its signer was a member in the tree that it builds on and might
/// change those documents, and what it leaves there. Not at merges, nor at what it builds on. Reads the
/// repository alone; one for each thread.
class ChangeCheck {
public:
    /// `houseId`: of the house that the history has to be of.
    ChangeCheck(const Repository &repository, std::string houseId);
    ~ChangeCheck();

    /// The removals that it makes; or why it does not count (HistoryCheck::run).
    [[nodiscard]] Result<Revocations> look(const SignedCommit &entry);

private:
    struct Member {
        std::string id;
        contract::Role role = contract::Role::guest;
    };
    using Members = std::map<crypto::PublicKey, Member>;

    [[nodiscard]] Result<void> checkFirst(const SignedCommit &entry);
    [[nodiscard]] Result<void> checkChange(const SignedCommit &entry);
    /// What the commit says of itself.
    [[nodiscard]] Result<void> checkRecord(const SignedCommit &entry) const;
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
        const std::string &path, const ObjectId &before, const ObjectId &after);
    [[nodiscard]] Result<std::shared_ptr<const Members>> membersAt(const ObjectId &tree);
    /// What a member may do: the lesser of its own role and that of the person whose it is.
    [[nodiscard]] Result<contract::Role> roleOf(const Member &member, const ObjectId &tree);
    /// A document of a tree; null where it is not there, or not readable.
    [[nodiscard]] Result<DocumentPointer> document(const ObjectId &tree, const std::string &path);

    const Repository &repository_;
    std::string houseId_;
    Revocations made_; ///< by the commit that is looked at
    std::map<std::pair<std::string, ObjectId>, DocumentPointer> documents_; ///< by path and blob
    /// By the blobs of the documents that they are read from; few differ in a whole history.
    std::map<std::vector<ObjectId>, std::shared_ptr<const Members>> members_;
};

} // namespace freehold::change
