// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"
#include "support/crypto.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace freehold::members {

/// A secret of the house as it lies and travels: for each of its readers sealed to that one's device key, and
/// signed as a whole by the member that made this version.
struct SealedSecret {
    struct Reader {
        std::string member;
        std::string sealed; ///< base64
        static constexpr auto fields()
        {
            return std::tuple{field("member", &Reader::member), field("sealed", &Reader::sealed)};
        }
    };

    std::string name;
    std::int64_t version = 0; ///< grows; of two with the same, the one of the greater author holds
    std::string author;
    std::vector<Reader> readers;
    std::string signature; ///< base64

    static constexpr peer::FrameKind kind = peer::FrameKind::secret;
    static constexpr std::size_t mostReaders = 128;
    static constexpr std::int64_t mostVersion = 1LL << 52; ///< a whole number in JSON, and room above it
    static constexpr auto fields()
    {
        return std::tuple{field("name", &SealedSecret::name), field("version", &SealedSecret::version),
            field("author", &SealedSecret::author), field("readers", &SealedSecret::readers),
            field("signature", &SealedSecret::signature)};
    }
};

/// Whether the first comes after the second.
[[nodiscard]] bool isLater(const SealedSecret &one, const SealedSecret &other);
[[nodiscard]] std::set<std::string> readersOf(const SealedSecret &secret);

/// Seals a version. `house` is the house's id, which it is bound to. Errors: internal for a key that is none.
[[nodiscard]] Result<SealedSecret> seal(SealedSecret version, const Secret &value,
    const std::vector<crypto::PublicKey> &readers, const std::string &house,
    const crypto::SigningKey &author);
/// Whether this key has signed it.
[[nodiscard]] bool isSignedBy(
    const SealedSecret &secret, const crypto::PublicKey &author, const std::string &house);
/// What it holds for one reader. Errors: not_permitted for who is none, signature_invalid.
[[nodiscard]] Result<Secret> open(
    const SealedSecret &secret, const crypto::SigningKey &reader, const std::string &house);

} // namespace freehold::members
