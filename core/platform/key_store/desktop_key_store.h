// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

#include <QObject>

namespace freehold::platform {

/// The desktop's key store through QtKeychain: Secret Service or KWallet, the macOS Keychain, Windows'
/// credential store. For the main thread only: libsecret answers in its main context. It may ask the
/// person first, so an answer can take as long as they do.
class DesktopKeyStore : public KeyStore {
public:
    void create(const std::string &id, Done<Secret> done) override;
    void fetch(const std::string &id, Done<Secret> done) override;
    void remove(const std::string &id, Done<void> done) override;

private:
    /// Ends with the store, and with it the calls of `done`. Jobs outlive it: libsecret holds on to them.
    QObject context_;
};

} // namespace freehold::platform
