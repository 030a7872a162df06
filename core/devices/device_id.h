// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace freehold::devices {

/// The id of a seen device: the same at every member of a house, and another in every house, so that it
/// tells nobody outside which device it is. `mark` is its MAC, or "name:" and its host name.
[[nodiscard]] std::string deviceId(std::string_view houseId, std::string_view mark);

/// True for a MAC that its owner made up (IEEE 802-2014 section 8.2.2, the U/L bit): phones take a new one
/// for each network, and some each day.
[[nodiscard]] bool isRandomised(std::string_view mac);

} // namespace freehold::devices
