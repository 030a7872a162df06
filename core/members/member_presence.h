// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace freehold::members {

/// Where a member can be called: a fact that it states of itself, told to each member over its channel, and
/// kept for when both were off.
struct MemberPresence {
    std::string member;
    std::vector<std::string> addresses;
    std::int64_t port = 0;

    static constexpr std::string_view type = "member-presence";
    static constexpr std::chrono::seconds lifetime = std::chrono::days(30);
    static constexpr peer::FrameKind kind = peer::FrameKind::presence;
    static constexpr std::size_t mostAddresses = 32;
    [[nodiscard]] std::string key() const { return member; }
    static constexpr auto fields()
    {
        return std::tuple{field("member", &MemberPresence::member),
            field("addresses", &MemberPresence::addresses), field("port", &MemberPresence::port)};
    }
};

} // namespace freehold::members
