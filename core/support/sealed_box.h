// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

/// Seals a secret to whoever holds an Ed25519 key: HPKE (RFC 9180) in base mode, DHKEM(X25519, HKDF-SHA256),
/// HKDF-SHA256, AES-256-GCM, to the key's counterpart on Curve25519 (RFC 7748 section 4.1). That one key both
/// signs and opens is sound (Thormarker 2021, "On using the same key pair for Ed25519 and an X25519 based
/// KEM"). It says nothing of who sealed it. Thread-safe.
namespace freehold::crypto {

/// `about` is no secret; it opens with the same alone. Errors: internal for a key that is none.
[[nodiscard]] Result<Bytes> sealFor(const PublicKey &reader, ByteView about, ByteView secret);
/// Errors: signature_invalid where it was sealed to another key, about something else, or was changed.
[[nodiscard]] Result<Secret> openSealed(const SigningKey &reader, ByteView about, ByteView sealed);

} // namespace freehold::crypto
