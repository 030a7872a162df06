// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/neighbours/linux/rtnetlink.h"
#include "platform/neighbours/neighbours.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace freehold::platform {

/// The kernel's four tables that a dump asks for, in the order asked.
enum class KernelTable : std::uint8_t { links, addresses, routes, neighbours };

/// What rtnetlink's events add up to. As large as the kernel's own tables, which it bounds itself
/// (gc_thresh3). Pure: events in, what changed out.
class NetworkTable {
public:
    /// What one event means to those who listen.
    struct Change {
        std::vector<Neighbour> seen;
        std::vector<Neighbour> gone;
        /// Routes may have gone without a word: the kernel removes those of a link that goes down silently.
        bool routesDoubtful = false;
    };

    Change apply(const rtnetlink::Event &event);

    /// All that is not named between these two is gone, with `endDump` saying so.
    void beginDump(KernelTable table);
    Change endDump(KernelTable table);

    /// Those that are up and no loopback, by index.
    [[nodiscard]] std::vector<Interface> interfaces() const;

private:
    using Key = std::pair<int, std::string>; ///< interface and address
    template <class Value>
    struct Marked {
        Value value;
        bool named = true; ///< since the last beginDump
    };

    void put(const rtnetlink::LinkChanged &link, Change &change);
    void put(const rtnetlink::LinkGone &link, Change &change);
    void put(const rtnetlink::OwnAddress &address, Change &change);
    void put(const rtnetlink::Gateway &gateway, Change &change);
    void put(const rtnetlink::NeighbourEntry &entry, Change &change);
    void put(const rtnetlink::DumpDone &, Change &) { }

    std::map<int, Marked<rtnetlink::LinkChanged>> links_;
    std::map<Key, Marked<std::monostate>> addresses_;
    std::map<Key, Marked<std::monostate>> gateways_;
    std::map<Key, Marked<Neighbour>> neighbours_;
};

} // namespace freehold::platform
