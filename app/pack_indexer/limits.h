// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace freehold {

/// Bounds what this process may use from here on: time, memory, and the size of a file. Whoever made the
/// pack decides what reading it costs. False where it can't be bounded.
[[nodiscard]] bool limitThisProcess();

} // namespace freehold
