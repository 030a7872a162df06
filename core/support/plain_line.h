// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace freehold {

/// Whether a text (UTF-8) is one line without control characters, and without those that turn the direction
/// of what stands beside them (Unicode's bidirectional formatting characters), which make a name read as
/// another.
[[nodiscard]] bool isPlainLine(std::string_view text);

} // namespace freehold
