// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace freehold {

/// Gives memory that was freed and that the allocator keeps back to the system, where it can. Takes about a
/// millisecond: for when nothing is asked. Any thread.
void releaseFreeMemory();

} // namespace freehold
