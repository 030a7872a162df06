// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/desktop_key_store.h"
#include "key_store/file_key_store.h"
#include "key_store/key_store.h"
#include "key_store/linux/service_credential.h"
#include "key_store/linux/tpm_key_store.h"

#include <QByteArray>

namespace freehold::platform {

KeyStores systemKeyStores(const std::filesystem::path &folder)
{
    const auto tcti = qEnvironmentVariable("FREEHOLD_TCTI", QStringLiteral("device:/dev/tpmrm0"));
    KeyStores stores;
    stores.emplace_back(SealedBy::service_credential,
        std::make_unique<ServiceCredential>(qgetenv("CREDENTIALS_DIRECTORY").toStdString()));
    stores.emplace_back(SealedBy::key_store, std::make_unique<DesktopKeyStore>());
    stores.emplace_back(
        SealedBy::tpm, std::make_unique<TpmKeyStore>(folder / "vault.tpm", tcti.toStdString()));
    stores.emplace_back(SealedBy::file, std::make_unique<FileKeyStore>(folder / "vault.key"));
    return stores;
}

} // namespace freehold::platform
