// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace freehold::platform {

/// Opens the vault of a data folder, and makes it where there is none. Lives in the main thread and never
/// waits. Every `open` and `unlock` ends in `opened` or `locked`; `locked` may be followed by `opened`,
/// as when a person unlocks their key ring late. Locked is a state: the engine goes on without secrets.
class VaultOpener : public QObject {
    Q_OBJECT

public:
    /// How long a new vault waits for a key store before the next one is taken, and an old one before
    /// `locked` is said. A key ring that has to ask a person takes longer.
    static constexpr std::chrono::milliseconds usualPatience = std::chrono::seconds(3);

    VaultOpener(const std::filesystem::path &folder, KeyStores stores,
        std::chrono::milliseconds patience = usualPatience);

    /// Opens or makes the vault; again after it was taken and given up, as when it is to be locked.
    void open();
    /// Opens the vault with a passphrase; one with another seal by asking its store again, where it is not
    /// being asked already. Ends in `locked` with passphrase_missing or passphrase_wrong where that is why.
    void unlock(Secret passphrase);
    /// Removes a key that no longer seals the vault, from the store that held it: after `setPassphrase`,
    /// with the header from before.
    void forgetKey(const Vault::Header &former);

    /// After `opened`: the vault, once, for whichever thread is to own it.
    [[nodiscard]] std::optional<Vault> take() { return std::exchange(vault_, std::nullopt); }

Q_SIGNALS:
    void opened();
    /// key_store_unavailable, passphrase_missing, passphrase_wrong, vault_damaged, or an error of file.h.
    void locked(const freehold::Error &reason);

private:
    void create(std::size_t choice);
    void createWith(SealedBy seal, const Bytes &id, Result<Secret> key, std::size_t choice);
    void openWith(Result<Secret> key);
    void settle(Result<Vault> vault);
    [[nodiscard]] KeyStore *storeOf(SealedBy seal) const;

    std::filesystem::path path_;
    KeyStores stores_;
    QTimer timer_;
    QMetaObject::Connection onTimeout_;
    /// Answers to former attempts are told by their number.
    std::uint64_t attempt_ = 0;
    bool isFetching_ = false; ///< a store was asked for the key of an old vault, and has not answered
    std::optional<Vault> vault_;
};

} // namespace freehold::platform
