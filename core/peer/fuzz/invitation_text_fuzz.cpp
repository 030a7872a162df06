// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/invitation_text.h"

#include <cstdint>
#include <cstdlib>

using namespace freehold;

namespace {

void check(std::string_view text)
{
    const auto read = peer::invitationFrom(text);
    // What can be read says the same when it is written again.
    if (read && peer::invitationFrom(peer::toText(*read)) != read)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    check(text);
    // Past the check of the whole, which no chance finds.
    const auto sealed = [](ByteView bytes) {
        Bytes all(bytes.begin(), bytes.end());
        const auto hash = crypto::sha256(bytes);
        constexpr std::size_t checkBytes = 4;
        all.insert(all.end(), hash.begin(), hash.begin() + checkBytes);
        return "FREEHOLD:" + toBase32(all);
    };
    check(sealed({data, size}));
    return 0;
}
