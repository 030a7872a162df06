// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/json.h"

#include <chrono>
#include <string>

namespace freehold::members {

/// A network of the house's own: where this machine made the house, or joined it from a machine on the same
/// network. There it announces itself. A fact of this member alone.
struct HomeNetwork {
    std::string gateway; ///< the MAC of its router

    static constexpr std::string_view type = "home-network";
    static constexpr std::chrono::seconds lifetime = std::chrono::days(3650);
    [[nodiscard]] std::string key() const { return gateway; }
    static constexpr auto fields() { return std::tuple{field("gateway", &HomeNetwork::gateway)}; }
};

} // namespace freehold::members
