// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/identity.h"

#include "change/admission.h"
#include "support/file.h"
#include "support/ssh.h"

namespace freehold::engine {

namespace {

constexpr std::string_view entryName = "device/key";
constexpr std::size_t largestKeyFile = 1'024;

} // namespace

Result<DeviceIdentity> DeviceIdentity::fromVault(Vault &vault, const DataFolder &folder)
{
    DeviceIdentity identity;
    if (!vault.contains(entryName)) {
        if (auto put = vault.put(entryName, crypto::SigningKey::generate().seed()); !put)
            return std::unexpected(std::move(put).error());
    }
    Secret seed = TRY(vault.entry(entryName));
    identity.key_ = TRY(crypto::SigningKey::fromSeed(std::move(seed)));
    identity.publicKey_ = identity.key_->publicKey();
    identity.id_ = change::memberId(identity.publicKey_);
    const std::string text = ssh::publicKeyText(identity.publicKey_) + '\n';
    if (file::read(folder.deviceKey(), largestKeyFile) != text) {
        if (auto written = file::writeDurably(folder.deviceKey(), text); !written)
            return std::unexpected(std::move(written).error());
    }
    return identity;
}

Result<DeviceIdentity> DeviceIdentity::withoutVault(const DataFolder &folder)
{
    std::string text = TRY(file::read(folder.deviceKey(), largestKeyFile));
    while (text.ends_with('\n'))
        text.pop_back();
    const auto key = ssh::publicKeyFromText(text);
    if (!key)
        return failure(ErrorCode::vault_damaged, {{"entry", folder.deviceKey().string()}});
    DeviceIdentity identity;
    identity.publicKey_ = *key;
    identity.id_ = change::memberId(*key);
    return identity;
}

} // namespace freehold::engine
