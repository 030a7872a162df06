// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/vault_opener.h"

#include "key_store/passphrase.h"
#include "key_store/worker.h"
#include "support/log.h"

namespace freehold::platform {

VaultOpener::VaultOpener(
    const std::filesystem::path &folder, KeyStores stores, std::chrono::milliseconds patience)
    : path_(folder / "vault")
    , stores_(std::move(stores))
{
    timer_.setSingleShot(true);
    timer_.setInterval(patience);
}

void VaultOpener::open()
{
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path_, ignored)))
        return create(0);
    const auto header = Vault::header(path_);
    if (!header)
        return settle(std::unexpected(header.error()));
    if (header->sealedBy == SealedBy::passphrase)
        return settle(failure(ErrorCode::passphrase_missing));
    KeyStore *store = storeOf(header->sealedBy);
    if (!store)
        return settle(keyStoreFailure(header->sealedBy, "unreachable"));

    const auto attempt = ++attempt_;
    QObject::disconnect(onTimeout_);
    onTimeout_ = connect(&timer_, &QTimer::timeout, this,
        [this, seal = header->sealedBy] { Q_EMIT locked(keyStoreFailure(seal, "unreachable").error()); });
    timer_.start();
    isFetching_ = true;
    store->fetch(toHex(header->id), [this, attempt](Result<Secret> key) {
        if (attempt == attempt_)
            openWith(std::move(key));
    });
}

void VaultOpener::unlock(Secret passphrase)
{
    // A person is perhaps being asked right now: a second question would drop the answer to the first.
    if (isFetching_)
        return timer_.start();
    const auto header = Vault::header(path_);
    if (!header || !header->derivation)
        return open();
    const auto attempt = ++attempt_;
    // A future's continuation is kept where all is copied, a worker's task too.
    auto shared = std::make_shared<const Secret>(std::move(passphrase));
    onWorker(
        this, [shared, derivation = *header->derivation] { return deriveKey(*shared, derivation); },
        [this, attempt](Result<Secret> key) {
            if (attempt == attempt_)
                openWith(std::move(key));
        });
}

void VaultOpener::forgetKey(const Vault::Header &former)
{
    if (KeyStore *store = storeOf(former.sealedBy))
        store->remove(toHex(former.id), [](const Result<void> &removed) {
            // It opens nothing any more, so that it stays is untidy and no more.
            if (!removed)
                log::write(log::Level::warning, "key_store", "a former vault key could not be removed");
        });
}

/// Tries the stores from `choice` on.
void VaultOpener::create(std::size_t choice)
{
    if (choice == stores_.size())
        return settle(keyStoreFailure(SealedBy::file, "unreachable"));
    const auto attempt = ++attempt_;
    const SealedBy seal = stores_[choice].first;
    KeyStore *store = stores_[choice].second.get();
    const Bytes id = crypto::randomBytes(Vault::idBytes);
    QObject::disconnect(onTimeout_);
    onTimeout_ = connect(&timer_, &QTimer::timeout, this, [this, choice] { create(choice + 1); });
    timer_.start();
    store->create(toHex(id), [this, attempt, choice, id, seal, store](Result<Secret> key) {
        if (attempt == attempt_)
            return createWith(seal, id, std::move(key), choice);
        if (key)
            store->remove(toHex(id), [](const Result<void> &) { }); // too late to be of use
    });
}

void VaultOpener::createWith(SealedBy seal, const Bytes &id, Result<Secret> key, std::size_t choice)
{
    // A key file that can't be written is said as what it is: nothing else will be writable either.
    if (!key && choice + 1 < stores_.size())
        return create(choice + 1);
    if (!key)
        return settle(std::unexpected(key.error()));
    settle(Vault::create(path_, std::move(*key), seal, id));
}

void VaultOpener::openWith(Result<Secret> key)
{
    if (!key)
        return settle(std::unexpected(key.error()));
    auto vault = Vault::open(path_, std::move(*key));
    const auto header = Vault::header(path_);
    if (!vault && vault.error().code == ErrorCode::passphrase_wrong && header
        && header->sealedBy != SealedBy::passphrase)
        return settle(keyStoreFailure(header->sealedBy, "damaged"));
    settle(std::move(vault));
}

void VaultOpener::settle(Result<Vault> vault)
{
    ++attempt_;
    isFetching_ = false;
    timer_.stop();
    if (!vault) {
        Q_EMIT locked(vault.error());
        return;
    }
    vault_ = std::move(*vault);
    Q_EMIT opened();
}

KeyStore *VaultOpener::storeOf(SealedBy seal) const
{
    const auto found = std::ranges::find(stores_, seal, &KeyStores::value_type::first);
    return found == stores_.end() ? nullptr : found->second.get();
}

} // namespace freehold::platform
