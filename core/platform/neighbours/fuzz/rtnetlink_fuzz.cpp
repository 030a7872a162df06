// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/linux/network_table.h"

#include <cstddef>
#include <cstdint>

using namespace freehold::platform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    NetworkTable table;
    for (const auto &event : rtnetlink::read({data, size}))
        static_cast<void>(table.apply(event));
    static_cast<void>(table.interfaces());
    return 0;
}
