// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/linux/tpm_key_store.h"

#include "key_store/linux/tpm.h"
#include "key_store/worker.h"
#include "support/file.h"

namespace freehold::platform {

namespace {

constexpr std::size_t maxBlobBytes = 4096;

Result<Secret> fetchKey(const std::filesystem::path &path, const std::string &tcti)
{
    const auto blob = file::read(path, maxBlobBytes);
    if (!blob)
        return keyStoreFailure(SealedBy::tpm, "missing");
    Secret key = TRY(tpm::unseal(tcti, asBytes(*blob)));
    if (key.size() != Vault::keyBytes)
        return keyStoreFailure(SealedBy::tpm, "damaged");
    return key;
}

Result<Secret> createKey(const std::filesystem::path &path, const std::string &tcti)
{
    // A key that is there may open a vault that comes back, as from a backup: it is used again.
    if (auto kept = fetchKey(path, tcti))
        return kept;
    Secret key = Secret::random(Vault::keyBytes);
    const Bytes blob = TRY(tpm::seal(tcti, key));
    TRY(file::writeDurably(
        path, {reinterpret_cast<const char *>(blob.data()), blob.size()}, file::Mode::secret));
    return key;
}

} // namespace

TpmKeyStore::TpmKeyStore(std::filesystem::path path, std::string tcti)
    : path_(std::move(path))
    , tcti_(std::move(tcti))
{
}

void TpmKeyStore::create(const std::string & /*id*/, Done<Secret> done)
{
    onWorker(&context_, [path = path_, tcti = tcti_] { return createKey(path, tcti); }, std::move(done));
}

void TpmKeyStore::fetch(const std::string & /*id*/, Done<Secret> done)
{
    onWorker(&context_, [path = path_, tcti = tcti_] { return fetchKey(path, tcti); }, std::move(done));
}

void TpmKeyStore::remove(const std::string & /*id*/, Done<void> done)
{
    done(file::removeDurably(path_));
}

} // namespace freehold::platform
