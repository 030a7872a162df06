// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace freehold {

/// Wall-clock time, UTC. What is stored, sent and shown.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

/// RFC 3339 in UTC with as many fractional digits as the value needs: "2026-11-23T16:40:00Z".
[[nodiscard]] std::string toRfc3339(Time time);

/// Takes any offset. Empty where the text is not a valid RFC 3339 time.
[[nodiscard]] std::optional<Time> fromRfc3339(std::string_view text);

} // namespace freehold
