// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clock.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace freehold::facts {

/// A fact as it lies, and as it is told to others.
struct StatedFact {
    std::string type;
    std::string key; ///< one of those that its owner states of that type
    std::string owner; ///< a member's id
    /// Grows with each statement: milliseconds since 1970 by the owner's clock, or more. 0: not stated, but
    /// supposed.
    std::int64_t version = 0;
    Time expires{};
    std::string value; ///< a JSON object
    std::string signature; ///< the owner's; empty where this member is that

    [[nodiscard]] Time statedAt() const
    {
        return Time(std::chrono::duration_cast<Time::duration>(std::chrono::milliseconds(version)));
    }
};

/// Of each owner, and of each fact.
inline constexpr std::size_t mostFacts = 64;
inline constexpr std::size_t mostKeyBytes = 128;
inline constexpr std::size_t mostValueBytes = 4'096;

} // namespace freehold::facts
