// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/time.h"

#include <cstdlib>

using namespace freehold;

/// A time that is read is written to a text that is read as the same time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto time = fromRfc3339(std::string_view(reinterpret_cast<const char *>(data), size));
    if (time && fromRfc3339(toRfc3339(*time)) != time)
        std::abort();
    return 0;
}
