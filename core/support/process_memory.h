// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace freehold {

/// Whole pages of memory that no core dump may have, where the system can leave some out. Private to
/// secret.cpp.
void leaveOutOfDumps(void *pages, std::size_t bytes);

} // namespace freehold
