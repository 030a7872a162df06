// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vault_format.h"

#include <cstdlib>

using namespace freehold;

/// What is read back from what was written is the same; and nothing that is read crashes.
/// Documents get the first line that fits them, or the digest would keep the fuzzer out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    static_cast<void>(vault_format::parse(input));
    const auto contents = vault_format::parse(vault_format::firstLine(input) + std::string(input));
    if (contents && vault_format::parse(vault_format::write(*contents)) != contents)
        std::abort();
    return 0;
}
