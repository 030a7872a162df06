// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

#include <array>
#include <string>

/// How people's eyes make sure that nobody sits between two machines: numeric comparison by short
/// authentication strings (Vaudenay, "Secure Communications over Insecure Channels Based on Short
/// Authenticated Strings", CRYPTO 2005). The member commits to a random number, the joining machine names
/// one of its own, and only then the former is revealed; six digits are made of both keys and both numbers.
/// Whoever is in the middle has to name a number to the member before it knows what it has to hit, and a
/// person sees each time that it did. At the joining machine it may know, and go; a person there sees that,
/// too.
namespace freehold::peer {

using Nonce = std::array<std::uint8_t, 32>;

[[nodiscard]] Nonce newNonce();

/// The keys of both sides, as each side has seen them in the handshake.
struct PairingKeys {
    crypto::PublicKey joining{};
    crypto::PublicKey member{};
};

/// What the member says first: it binds it to its number.
[[nodiscard]] crypto::Sha256 commitmentTo(const Nonce &memberNonce, const PairingKeys &keys);

/// Six decimal digits, the same at both ends where nobody is between them.
[[nodiscard]] std::string pairingDigits(
    const Nonce &joiningNonce, const Nonce &memberNonce, const PairingKeys &keys);

/// Base64 (RFC 4648, section 4) of 32 bytes; nothing where it is no such text.
[[nodiscard]] std::optional<std::array<std::uint8_t, 32>> thirtyTwoBytesFrom(std::string_view base64);

} // namespace freehold::peer
