// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/sealed_secret.h"

#include <cstdlib>

// What another member says of a secret is looked at by its signature, and opened, before anything of it
// counts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace freehold;
    static const auto key = crypto::SigningKey::generate();
    const auto secret = peer::fromFrame<members::SealedSecret>({members::SealedSecret::kind,
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))});
    if (secret && (isSignedBy(*secret, key.publicKey(), "house") || open(*secret, key, "house")))
        std::abort();
    return 0;
}
