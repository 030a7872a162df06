// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

namespace freehold::platform {

/// systemd's credential "freehold-vault-key" (systemd.exec(5), LoadCredentialEncrypted=): at least 32
/// unpredictable bytes, given to the service by its administrator. A vault's key is HMAC-SHA-256 of the
/// vault's id under them. The store can neither write nor remove it.
class ServiceCredential : public KeyStore {
public:
    /// The folder is $CREDENTIALS_DIRECTORY; empty where the service has none.
    explicit ServiceCredential(std::filesystem::path folder);

    void create(const std::string &id, Done<Secret> done) override;
    void fetch(const std::string &id, Done<Secret> done) override;
    void remove(const std::string &id, Done<void> done) override;

private:
    std::filesystem::path folder_;
};

} // namespace freehold::platform
