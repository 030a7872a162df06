// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/result.h"
#include "support/secret.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// Hashes, random numbers and Ed25519 (RFC 8032), over OpenSSL's EVP. Thread-safe.
namespace freehold::crypto {

using Sha256 = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// The 20 bytes with which git's files end. It vouches for nothing that somebody else could have made.
[[nodiscard]] std::string sha1(std::string_view bytes);
[[nodiscard]] Sha256 sha256(ByteView bytes);
[[nodiscard]] Sha256 hmacSha256(ByteView key, ByteView bytes);
[[nodiscard]] Bytes sha512(ByteView bytes);

/// Unpredictable bytes that are no secret, as for ids.
[[nodiscard]] Bytes randomBytes(std::size_t size);

/// An Ed25519 key pair. The seed is the private key of RFC 8032, 32 bytes.
class SigningKey {
public:
    [[nodiscard]] static SigningKey generate();
    [[nodiscard]] static Result<SigningKey> fromSeed(Secret seed);

    [[nodiscard]] SigningKey copy() const { return {seed_.copy(), publicKey_}; }
    [[nodiscard]] const PublicKey &publicKey() const { return publicKey_; }
    [[nodiscard]] const Secret &seed() const { return seed_; }
    [[nodiscard]] Signature sign(ByteView message) const;

private:
    SigningKey(Secret seed, PublicKey publicKey)
        : seed_(std::move(seed))
        , publicKey_(publicKey)
    {
    }

    Secret seed_;
    PublicKey publicKey_;
};

[[nodiscard]] bool verify(const PublicKey &key, ByteView message, const Signature &signature);

} // namespace freehold::crypto
