// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shape.h"

#include <chrono>
#include <string>
#include <vector>

namespace freehold::house {

/// Where a member is: stated by itself.
struct MemberPresence {
    std::string member;
    std::vector<std::string> addresses;

    static constexpr std::string_view type = "member-presence";
    static constexpr std::chrono::seconds lifetime = std::chrono::hours(24);
    [[nodiscard]] std::string key() const { return member; }
    static constexpr auto fields()
    {
        return std::tuple{
            field("member", &MemberPresence::member), field("addresses", &MemberPresence::addresses)};
    }
};

} // namespace freehold::house
