// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/dns_sd/dns_sd_memory.h"

#include <avahi-common/malloc.h>

#include <cstdlib>

namespace freehold::platform {

void prepareDnsSdMemory()
{
    static constexpr AvahiAllocator zeroed{
        [](std::size_t bytes) { return std::calloc(1, bytes); }, std::free, std::realloc, std::calloc};
    avahi_set_allocator(&zeroed);
}

} // namespace freehold::platform
