// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shape.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <tuple>

namespace freehold::members {

/// Where this machine called another member and was answered, while that one says of itself to be elsewhere:
/// behind a router it does not know by which address the world knows it. A fact that stays here.
struct MemberReached {
    std::string member;
    std::string host; ///< as it was called: numeric, or a name
    std::int64_t port = 0;

    static constexpr std::string_view type = "member-reached";
    /// Long: it is for whoever is away from home once a year.
    static constexpr std::chrono::seconds lifetime = std::chrono::days(400);
    [[nodiscard]] std::string key() const { return member; }
    static constexpr auto fields()
    {
        return std::tuple{field("member", &MemberReached::member), field("host", &MemberReached::host),
            field("port", &MemberReached::port)};
    }
};

} // namespace freehold::members
