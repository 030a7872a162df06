// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "members/member_presence.h"
#include "support/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace freehold::backup {

/// What a backup says of itself, and how long its parts are that follow: the seed of the key by which it
/// admits a machine, git packs, and what the machine has seen.
struct Manifest {
    static constexpr std::int64_t newestVersion = 1;
    static constexpr std::size_t mostBytes = 1024UL * 1024;

    std::int64_t version = newestVersion;
    std::string house; ///< its id
    std::string house_name;
    std::string head; ///< the commit that `main` was
    std::string device; ///< the member that made it
    std::string device_name;
    contract::Role role = contract::Role::owner; ///< which it admits a machine with
    bool has_root = false; ///< the seed is that of the house's root; else of an admission for this backup
    Time made{};
    std::vector<members::MemberPresence> members; ///< where they were
    std::vector<std::int64_t> packs; ///< bytes of each
    std::int64_t observations = 0; ///< bytes of them, a JSON object; 0 where they are left out

    static constexpr auto fields()
    {
        return std::tuple{field("version", &Manifest::version), field("house", &Manifest::house),
            field("house_name", &Manifest::house_name), field("head", &Manifest::head),
            field("device", &Manifest::device), field("device_name", &Manifest::device_name),
            field("role", &Manifest::role), field("has_root", &Manifest::has_root),
            field("made", &Manifest::made), field("members", &Manifest::members),
            field("packs", &Manifest::packs), field("observations", &Manifest::observations)};
    }
};

/// Of the key by which a backup admits a machine.
inline constexpr std::size_t seedBytes = 32;
/// Ten times what is kept of events and devices.
inline constexpr std::int64_t mostObservationBytes = 64LL * 1024 * 1024;

} // namespace freehold::backup
