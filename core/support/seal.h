// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/result.h"
#include "support/secret.h"

#include <string_view>

namespace freehold {

/// Seals a secret with AES-256-GCM (NIST SP 800-38D) under a nonce of its own, bound to a vault and a name.
/// QCA has no call for additional authenticated data, so both are sealed with the secret and compared
/// when it is opened. Nonces are 96 random bits: one key may seal 2^32 times (section 8.3).
/// Errors: internal where QCA has no AES-256-GCM.
[[nodiscard]] Result<Bytes> seal(const Secret &key, ByteView vault, std::string_view name, ByteView secret);
/// Errors: vault_damaged where any bit of it, the key, the vault or the name is another one; internal.
[[nodiscard]] Result<Secret> unseal(
    const Secret &key, ByteView vault, std::string_view name, ByteView sealed);

} // namespace freehold
