// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/sealed_stream.h"

#include <cstdlib>

// What is refused is refused with an error, and what is taken costs no more than a machine can bear.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto line = freehold::backup::parseFirstLine({reinterpret_cast<const char *>(data), size});
    if (line && line->derivation.memoryKiB > 1024 * 1024)
        std::abort();
    return 0;
}
