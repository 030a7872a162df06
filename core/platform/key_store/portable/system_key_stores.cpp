// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/desktop_key_store.h"
#include "key_store/file_key_store.h"
#include "key_store/key_store.h"

namespace freehold::platform {

KeyStores systemKeyStores(const std::filesystem::path &folder)
{
    KeyStores stores;
    stores.emplace_back(SealedBy::key_store, std::make_unique<DesktopKeyStore>());
    stores.emplace_back(SealedBy::file, std::make_unique<FileKeyStore>(folder / "vault.key"));
    return stores;
}

} // namespace freehold::platform
