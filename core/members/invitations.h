// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "peer/pairing/invitation_text.h"
#include "store/database.h"
#include "support/clock.h"

#include <chrono>
#include <optional>

namespace freehold::members {

/// Invitations that this member has given and nobody has used yet. Their secrets are known by their hashes
/// alone. House thread.
class Invitations {
public:
    Invitations(store::Database &database, const Clock &clock)
        : database_(database)
        , clock_(clock)
    {
    }

    /// More than anybody gives at once; one more is refused.
    static constexpr std::int64_t mostOpen = 100;

    struct Given {
        contract::Role role = contract::Role::member;
        std::string by; ///< who gave it, as the history calls them
    };
    /// Errors: invitations_too_many, and those of the database.
    [[nodiscard]] Result<peer::InvitationText::Secret> give(const Given &given, Time ends);
    /// What an invitation is good for. Errors: invitation_invalid of one that was used, is over or never was.
    [[nodiscard]] Result<Given> find(const peer::InvitationText::Secret &secret);
    /// It was used.
    [[nodiscard]] Result<void> remove(const peer::InvitationText::Secret &secret);

private:
    store::Database &database_;
    const Clock &clock_;
};

} // namespace freehold::members
