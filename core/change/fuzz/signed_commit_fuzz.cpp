// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/signed_commit.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    [[maybe_unused]] const auto key
        = freehold::change::signerOf({reinterpret_cast<const char *>(data), size});
    return 0;
}
