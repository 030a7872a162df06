// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"
#include "support/secret.h"
#include "support/vault.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace freehold::platform {

/// A place that keeps vaults' keys. Used from the thread that made it, which runs an event loop.
///
/// `done` is called once and in that thread, perhaps before the call returns; not at all once the store is
/// gone. No call waits for another program. `id` is lower-case hex (a vault's id).
/// Errors: key_store_unavailable with `problem`: one of "unreachable", "missing", "refused", "damaged".
class KeyStore {
public:
    template <class Value>
    using Done = std::move_only_function<void(Result<Value>)>;

    KeyStore() = default;
    KeyStore(const KeyStore &) = delete;
    KeyStore &operator=(const KeyStore &) = delete;
    virtual ~KeyStore() = default;

    /// A key of Vault::keyBytes that `fetch` will give again: a fresh one, where the store doesn't hold a
    /// secret of its own already.
    virtual void create(const std::string &id, Done<Secret> done) = 0;
    virtual void fetch(const std::string &id, Done<Secret> done) = 0;
    /// A key that is not there is no error.
    virtual void remove(const std::string &id, Done<void> done) = 0;
};

/// The stores of this system, the one to prefer for a new vault first. Never empty: a key file is last.
using KeyStores = std::vector<std::pair<SealedBy, std::unique_ptr<KeyStore>>>;

/// On Linux: systemd's service credential, the desktop's key store, the TPM, a key file. FREEHOLD_TCTI, as
/// for Tss2_TctiLdr_Initialize, names another TPM than the kernel's. In the portable build: the desktop's key
/// store and a key file. What is kept in files lies in `folder`, beside the vault.
[[nodiscard]] KeyStores systemKeyStores(const std::filesystem::path &folder);

[[nodiscard]] std::unexpected<Error> keyStoreFailure(SealedBy store, std::string problem);

} // namespace freehold::platform
