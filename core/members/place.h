// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/member_port.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace freehold::members {

/// Where a machine can be called.
struct Place {
    std::string host; ///< numeric, or a name
    std::uint16_t port = peer::MemberPort::standardPort;

    friend auto operator<=>(const Place &, const Place &) = default;
};

/// As people write it: "nas.local", "10.0.0.2:7412", "fd00::1" or "[fd00::1]:7412" (RFC 3986, section 3.2.2).
[[nodiscard]] std::optional<Place> placeFrom(std::string_view text);

} // namespace freehold::members
