// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"
#include "change/repository.h"

#include <set>
#include <string>
#include <vector>

/// How a member is removed from the house. Its document stays and says by whom, and what was known then: of
/// what else it makes, nothing counts. Who is removed stays removed; its machine comes back with another key.
namespace freehold::change {

struct Revocation {
    std::string member;
    std::string by; ///< the member whose change says so
    ObjectId known; ///< the commit on which the removal builds: that, and what it builds on, counts

    friend auto operator<=>(const Revocation &, const Revocation &) = default;
};
using Revocations = std::set<Revocation>;

[[nodiscard]] bool isRevoked(const Document &member);
[[nodiscard]] Revocations revocationsIn(const Document &member);
/// What all members' documents in a tree say; those that can't be read say nothing.
[[nodiscard]] Result<Revocations> revocationsAt(const Repository &repository, const ObjectId &tree);

/// The document of a member, which `by` removes in a change on top of `known`.
[[nodiscard]] std::string revoked(const Document &member, const std::string &by, const ObjectId &known);

/// Those that hold: what a removed member removed and its removal did not know does not, unless that member
/// has been in the house for longer than who removed it. So all come to the same, where two remove each
/// other. Errors: repository_damaged.
[[nodiscard]] Result<Revocations> thoseThatHold(const Repository &repository, const Revocations &revocations);

/// Whether a change does nothing but remove members, all of which hold, and what the house keeps of their
/// machines with them. Such a change counts also where its author is removed at the same time.
[[nodiscard]] Result<bool> onlyRevokes(
    const Repository &repository, const Commit &change, const Revocations &holding);

} // namespace freehold::change
