// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/hybrid_clock.h"
#include "contract/types.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::change {

/// Who makes a change, from where.
struct Author {
    std::string actor; ///< a person's or a user's name; empty where no person did it
    std::string deviceId;
    std::string deviceName;
};

/// What a commit says of its change: written when it is made, and never computed again.
struct Record {
    Author author;
    contract::Cause cause = contract::Cause::person;
    std::string reason;
    std::string refersTo; ///< the change that it undoes, redoes, rolls back, or restores to
    std::string byHand; ///< the commit by hand that it takes in
    std::string replaces; ///< the change that it makes again, since that counts no more
    std::optional<contract::Finding> because; ///< of a roll-back
    std::vector<contract::Finding> known; ///< alerts from before it, which don't count against it
    std::optional<std::chrono::seconds> trial;
    contract::Evidence evidence = contract::Evidence::confirmation;
    Stamp stamp;
    std::vector<contract::Effect> effects;
};

/// The commit message: a subject from the effects' codes, the reason, and git trailers.
[[nodiscard]] std::string toMessage(const Record &record);

/// Of a message that is not ours, what can be read; never fails.
[[nodiscard]] Record fromMessage(std::string_view message);

} // namespace freehold::change
