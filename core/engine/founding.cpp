// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/founding.h"

#include "change/admission.h"
#include "key_store/passphrase.h"
#include "support/file.h"
#include "support/ssh.h"

#include <QTemporaryDir>

namespace freehold::engine {

namespace {

constexpr std::string_view rootEntry = "house/root";

} // namespace

Result<crypto::SigningKey> makeRootKey(Vault &vault)
{
    auto key = crypto::SigningKey::generate();
    if (auto put = vault.put(rootEntry, key.seed()); !put)
        return std::unexpected(std::move(put).error());
    return key;
}

Result<crypto::SigningKey> rootKey(const Vault &vault, const std::string &house)
{
    if (!vault.contains(rootEntry))
        return failure(ErrorCode::root_missing);
    Secret seed = TRY(vault.entry(rootEntry));
    auto key = TRY(crypto::SigningKey::fromSeed(std::move(seed)));
    if (change::houseId(key.publicKey()) != house)
        return failure(ErrorCode::root_missing);
    return key;
}

Result<void> keepRootKey(Vault &vault, const Secret &seed)
{
    return vault.put(rootEntry, seed);
}

std::vector<change::Edit> foundingDocuments(
    const crypto::SigningKey &root, const DeviceIdentity &device, const Founding &founding)
{
    using change::withValue;
    std::string house = withValue({}, "format", std::int64_t{1});
    house = withValue(house, "id", change::houseId(root.publicKey()));
    house = withValue(house, "root", ssh::publicKeyText(root.publicKey()));
    house = withValue(house, "name", founding.houseName);
    if (!founding.domain.empty())
        house = withValue(house, "domain", founding.domain);
    house = withValue(house, "timezone", founding.timezone);

    constexpr auto role = contract::Role::owner;
    const std::string member = change::memberDocument(
        device.publicKey(), role, founding.time, change::admit(root, device.publicKey(), role));

    return {{"house.toml", house}, {contract::pathOf("member", device.id()), member},
        {contract::pathOf("device", device.id()), withValue({}, "name", founding.deviceName)}};
}

Result<contract::SealedRoot> sealRoot(const crypto::SigningKey &root, const Secret &passphrase)
{
    // The same sealed form as the vault's own, made in memory's stead in a folder that only we can read.
    QTemporaryDir folder;
    if (!folder.isValid())
        return failure(ErrorCode::file_unwritable, {{"place", folder.path().toStdString()}});
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "root";
    Vault vault = TRY(Vault::create(path, Secret::random(Vault::keyBytes), SealedBy::file));
    if (auto sealed = platform::setPassphrase(vault, passphrase); !sealed)
        return std::unexpected(std::move(sealed).error());
    if (auto put = vault.put(rootEntry, root.seed()); !put)
        return std::unexpected(std::move(put).error());
    constexpr std::size_t largest = 64UL * 1024;
    return contract::SealedRoot{TRY(file::read(path, largest))};
}

} // namespace freehold::engine
