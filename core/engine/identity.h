// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data_folder.h"
#include "support/crypto.h"
#include "support/vault.h"

#include <optional>
#include <string>

namespace freehold::engine {

/// This machine's own key. The private half is in the vault; the public one lies beside it, so that a
/// locked engine still knows who it is.
class DeviceIdentity {
public:
    /// The key from the vault, made where there is none yet.
    [[nodiscard]] static Result<DeviceIdentity> fromVault(Vault &vault, const DataFolder &folder);
    /// Who this machine is, without the means to sign.
    [[nodiscard]] static Result<DeviceIdentity> withoutVault(const DataFolder &folder);

    [[nodiscard]] const std::string &id() const { return id_; }
    [[nodiscard]] const crypto::PublicKey &publicKey() const { return publicKey_; }
    /// Null while the vault is locked.
    [[nodiscard]] const crypto::SigningKey *signer() const { return key_ ? &*key_ : nullptr; }

private:
    DeviceIdentity() = default;

    std::string id_;
    crypto::PublicKey publicKey_{};
    std::optional<crypto::SigningKey> key_;
};

} // namespace freehold::engine
