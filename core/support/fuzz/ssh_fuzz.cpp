// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ssh.h"

#include <cstdlib>

using namespace freehold;

/// A key's text is read to a key that is written and read to the same. Of a signature, no message that
/// was not signed fits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const auto key = ssh::publicKeyFromText(text)) {
        if (ssh::publicKeyFromText(ssh::publicKeyText(*key)) != key)
            std::abort();
    }
    const bool fitsBoth = ssh::signedBy(text, "a message") && ssh::signedBy(text, "another");
    if (fitsBoth)
        std::abort();
    return 0;
}
