// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"
#include "change/repository.h"

#include <set>
#include <string>
#include <vector>

/// How a member is removed from the house. Its document stays and says by whom, and which change was the
/// newest of its that was known: of what else it makes, nothing counts. Who is removed stays removed; its
/// machine comes back with another key.
namespace freehold::change {

struct Revocation {
    std::string member;
    std::string by; ///< the member whose change says so
    ObjectId last; ///< that and what it builds on counts; where empty, no change of the member's does

    friend auto operator<=>(const Revocation &, const Revocation &) = default;
};
using Revocations = std::set<Revocation>;

[[nodiscard]] bool isRevoked(const Document &member);
[[nodiscard]] Revocations revocationsIn(const Document &member);
/// What all members' documents in a tree say; those that can't be read say nothing.
[[nodiscard]] Result<Revocations> revocationsAt(const Repository &repository, const ObjectId &tree);

/// The document of a member, which `by` removes.
[[nodiscard]] std::string revoked(const Document &member, const std::string &by, const ObjectId &last);

/// The newest change that a member has made in a history; empty where it made none.
[[nodiscard]] Result<ObjectId> newestBy(
    const Repository &repository, const ObjectId &head, const std::string &member);

/// Whether a change does nothing but remove members, and what the house keeps of their machines with them.
/// Such a change holds also where its author is removed at the same time.
[[nodiscard]] Result<bool> onlyRevokes(const Repository &repository, const Commit &change);

} // namespace freehold::change
