// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "contract/house_calls.h"
#include "contract/types.h"
#include "engine/identity.h"
#include "support/vault.h"

#include <vector>

namespace freehold::engine {

/// A root key for a house that is to be made, kept in the vault. One that lies there belongs to no house.
[[nodiscard]] Result<crypto::SigningKey> makeRootKey(Vault &vault);
/// The root key of this house. Errors: root_missing where another machine has it.
[[nodiscard]] Result<crypto::SigningKey> rootKey(const Vault &vault, const std::string &house);
/// Keeps a root key that came with a backup.
[[nodiscard]] Result<void> keepRootKey(Vault &vault, const Secret &seed);

struct Founding {
    std::string houseName;
    std::string domain;
    std::string timezone;
    std::string deviceName;
    Time time{};
};
/// The documents of a house's first commit: it carries the root's public key, the founding device's key
/// and the root's signature on it.
[[nodiscard]] std::vector<change::Edit> foundingDocuments(
    const crypto::SigningKey &root, const DeviceIdentity &device, const Founding &founding);

/// The root key's seed sealed with a passphrase (Argon2id, RFC 9106; AES-256-GCM), as text.
[[nodiscard]] Result<contract::SealedRoot> sealRoot(const crypto::SigningKey &root, const Secret &passphrase);

} // namespace freehold::engine
