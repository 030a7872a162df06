// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shape.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace freehold::members {

/// Where a member can be called: a fact that it states of itself, kept by the others for when they were off.
struct MemberPresence {
    std::string member;
    std::vector<std::string> addresses; ///< numeric
    std::int64_t port = 0; ///< 0 where it can't be called

    static constexpr std::string_view type = "member-presence";
    static constexpr std::chrono::seconds lifetime = std::chrono::days(30);
    static constexpr std::size_t mostAddresses = 32;
    [[nodiscard]] std::string key() const { return member; }
    [[nodiscard]] bool isOf(const std::string &owner) const;
    static constexpr auto fields()
    {
        return std::tuple{field("member", &MemberPresence::member),
            field("addresses", &MemberPresence::addresses), field("port", &MemberPresence::port)};
    }
};

} // namespace freehold::members
