// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/process_memory.h"

#include "support/secret.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace freehold {

void leaveOutOfDumps(void *pages, std::size_t bytes)
{
    madvise(pages, bytes, MADV_DONTDUMP);
}

void leaveNoCoreDump()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void protectProcessMemory()
{
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    leaveNoCoreDump();
}

} // namespace freehold
