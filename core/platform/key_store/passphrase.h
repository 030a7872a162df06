// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"
#include "support/secret.h"
#include "support/vault.h"

namespace freehold::platform {

/// A vault's key from a passphrase, by Argon2id (RFC 9106). Takes a good part of a second and the memory
/// of its cost; thread-safe. Errors: passphrase_missing, key_store_unavailable.
[[nodiscard]] Result<Secret> deriveKey(const Secret &passphrase, const Derivation &derivation);

/// Seals the vault anew under a passphrase, with a new salt. For the thread that owns the vault, which
/// waits. The former key opens nothing any more; `VaultOpener::forgetKey` removes it from its store.
[[nodiscard]] Result<void> setPassphrase(Vault &vault, const Secret &passphrase);

} // namespace freehold::platform
