// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// The users of this machine. An entry may come from a directory service, so a look-up may take its time.
namespace freehold::platform {

/// The user's login name, or nothing.
[[nodiscard]] std::string userName(std::uint32_t userId);

/// Whether there is a user of that login name.
[[nodiscard]] bool isUser(const std::string &name);

} // namespace freehold::platform
