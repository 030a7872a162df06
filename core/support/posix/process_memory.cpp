// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/process_memory.h"

#include "support/secret.h"

#include <sys/resource.h>

namespace freehold {

void leaveOutOfDumps(void *, std::size_t)
{
    // POSIX knows no such pages; protectProcessMemory() leaves the whole dump out.
}

void leaveNoCoreDump()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void protectProcessMemory()
{
    leaveNoCoreDump();
}

} // namespace freehold
