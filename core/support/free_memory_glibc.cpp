// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/free_memory.h"

#include <malloc.h>

namespace freehold {

void releaseFreeMemory()
{
    ::malloc_trim(0);
}

} // namespace freehold
