// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/linux/service_credential.h"

#include "support/crypto.h"
#include "support/file.h"

#include <openssl/crypto.h>

namespace freehold::platform {

namespace {

constexpr std::string_view credentialName = "freehold-vault-key";
constexpr std::size_t minCredentialBytes = 32;
constexpr std::size_t maxCredentialBytes = 64 * 1024;

} // namespace

ServiceCredential::ServiceCredential(std::filesystem::path folder)
    : folder_(std::move(folder))
{
}

void ServiceCredential::create(const std::string &id, Done<Secret> done)
{
    fetch(id, std::move(done));
}

void ServiceCredential::fetch(const std::string &id, Done<Secret> done)
{
    if (folder_.empty())
        return done(keyStoreFailure(SealedBy::service_credential, "unreachable"));
    auto credential = file::read(folder_ / credentialName, maxCredentialBytes);
    if (!credential)
        return done(keyStoreFailure(SealedBy::service_credential, "missing"));
    crypto::Sha256 derived = crypto::hmacSha256(asBytes(*credential), asBytes(id));
    Secret key = Secret::of(derived);
    const bool isLongEnough = credential->size() >= minCredentialBytes;
    OPENSSL_cleanse(derived.data(), derived.size());
    OPENSSL_cleanse(credential->data(), credential->size());
    if (!isLongEnough)
        return done(keyStoreFailure(SealedBy::service_credential, "damaged"));
    done(std::move(key));
}

void ServiceCredential::remove(const std::string & /*id*/, Done<void> done)
{
    done({});
}

} // namespace freehold::platform
