// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace freehold {

/// Whole pages of memory that no core dump may have, where the system can leave some out. For Secret alone.
void leaveOutOfDumps(void *pages, std::size_t bytes);

/// Once, first thing in main, where protectProcessMemory() would be too much: the desktop's portals look
/// into /proc at who calls them, which that forbids.
void leaveNoCoreDump();

} // namespace freehold
