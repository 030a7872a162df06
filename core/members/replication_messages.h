// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"

#include <cstdint>
#include <string>
#include <vector>

/// How a member gets from another what it lacks of the house's history. `fetch` is answered by packs, each
/// begun by `pack_begun` and sent in `pack_part`s, which are raw bytes, and in the end by `fetched`. Parts
/// are sent ahead of `pack_taken` by a window of bytes, so that neither side holds more.
namespace freehold::members {

/// What may be on its way and not said to be taken.
inline constexpr qint64 packWindowBytes = 1024 * 1024;

/// Whenever `main` has moved, and when a channel is opened.
struct Heads {
    std::string main;
    /// What `main` stands for, so that who has all of that need not get the merge to know it; empty where
    /// they are too many.
    std::vector<std::string> changes;

    static constexpr peer::FrameKind kind = peer::FrameKind::heads;
    static constexpr std::size_t mostChanges = 64;
    static constexpr auto fields()
    {
        return std::tuple{field("main", &Heads::main), field("changes", &Heads::changes)};
    }
};

/// change::Haves of who asks.
struct Fetch {
    std::vector<std::string> heads;
    std::vector<std::string> older;

    static constexpr peer::FrameKind kind = peer::FrameKind::fetch;
    static constexpr std::size_t mostHaves = 64; ///< of either
    static constexpr auto fields()
    {
        return std::tuple{field("heads", &Fetch::heads), field("older", &Fetch::older)};
    }
};

struct PackBegun {
    static constexpr peer::FrameKind kind = peer::FrameKind::pack_begun;
    static constexpr auto fields() { return std::tuple{}; }
};

struct PackTaken {
    std::int64_t bytes = 0;

    static constexpr peer::FrameKind kind = peer::FrameKind::pack_taken;
    static constexpr auto fields() { return std::tuple{field("bytes", &PackTaken::bytes)}; }
};

struct Fetched {
    std::string head; ///< of the sender's `main`, which is whole now

    static constexpr peer::FrameKind kind = peer::FrameKind::fetched;
    static constexpr auto fields() { return std::tuple{field("head", &Fetched::head)}; }
};

} // namespace freehold::members
