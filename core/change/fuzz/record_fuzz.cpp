// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/record.h"

#include <cstdlib>

using namespace freehold::change;

/// What is read from any message is written and read again the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Record record = fromMessage({reinterpret_cast<const char *>(data), size});
    const std::string once = toMessage(record);
    if (toMessage(fromMessage(once)) != once)
        std::abort();
    return 0;
}
