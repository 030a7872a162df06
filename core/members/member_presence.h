// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace freehold::members {

/// Where a member can be called: a fact that it states of itself, passed on from member to member, and kept
/// for when they were off. Who passes on a wrong one gains nothing: whoever is called there has to have the
/// member's key.
struct MemberPresence {
    std::string member;
    std::vector<std::string> addresses;
    std::int64_t port = 0;
    Time stated{}; ///< by its own clock

    static constexpr std::string_view type = "member-presence";
    static constexpr std::chrono::seconds lifetime = std::chrono::days(30);
    static constexpr peer::FrameKind kind = peer::FrameKind::presence;
    static constexpr std::size_t mostAddresses = 32;
    [[nodiscard]] std::string key() const { return member; }
    static constexpr auto fields()
    {
        return std::tuple{field("member", &MemberPresence::member),
            field("addresses", &MemberPresence::addresses), field("port", &MemberPresence::port),
            field("stated", &MemberPresence::stated)};
    }
};

} // namespace freehold::members
