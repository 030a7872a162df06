// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace freehold::platform {

/// The user's login name, or nothing.
[[nodiscard]] std::string userName(std::uint32_t userId);

} // namespace freehold::platform
