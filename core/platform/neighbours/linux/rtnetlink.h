// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Reading the kernel's rtnetlink messages (rtnetlink(7), netlink(7)): bytes in, events out.
namespace freehold::platform::rtnetlink {

struct LinkChanged {
    int interface = 0;
    std::string name;
    std::string mac; ///< empty where it is no 6 bytes
    bool isUp = false; ///< and has a carrier
    bool isLoopback = false;

    friend bool operator==(const LinkChanged &, const LinkChanged &) = default;
};

struct LinkGone {
    int interface = 0;

    friend bool operator==(const LinkGone &, const LinkGone &) = default;
};

/// An address of this machine's own.
struct OwnAddress {
    int interface = 0;
    std::string address;
    bool gone = false;

    friend bool operator==(const OwnAddress &, const OwnAddress &) = default;
};

/// A default route's next hop in the main table.
struct Gateway {
    int interface = 0;
    std::string address;
    bool gone = false;

    friend bool operator==(const Gateway &, const Gateway &) = default;
};

/// An entry of the neighbour table with a MAC, or one that lost it.
struct NeighbourEntry {
    int interface = 0;
    std::string address;
    std::string mac; ///< empty only where gone
    bool reachable = false;
    bool gone = false; ///< removed, or found to answer no more

    friend bool operator==(const NeighbourEntry &, const NeighbourEntry &) = default;
};

enum class DumpEnd : std::uint8_t {
    complete,
    interrupted, ///< the table changed meanwhile, or another dump still runs: ask again
    failed, ///< the kernel can't
};

struct DumpDone {
    std::uint32_t sequence = 0; ///< of the request
    DumpEnd end = DumpEnd::complete;

    friend bool operator==(const DumpDone &, const DumpDone &) = default;
};

using Event = std::variant<LinkChanged, LinkGone, OwnAddress, Gateway, NeighbourEntry, DumpDone>;

/// All events of one datagram. What is cut short or unknown is skipped, and reading never leaves the bytes.
[[nodiscard]] std::vector<Event> read(ByteView datagram);

} // namespace freehold::platform::rtnetlink
