// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/free_memory.h"

namespace freehold {

void releaseFreeMemory() { }

} // namespace freehold
