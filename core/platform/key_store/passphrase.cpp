// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/passphrase.h"

#include "key_store/key_store.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace freehold::platform {

namespace {

struct FreeKdf {
    void operator()(EVP_KDF *kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
};

} // namespace

Result<Secret> deriveKey(const Secret &passphrase, const Derivation &derivation)
{
    if (passphrase.isEmpty())
        return failure(ErrorCode::passphrase_missing);
    const std::unique_ptr<EVP_KDF, FreeKdf> kdf(EVP_KDF_fetch(nullptr, "ARGON2ID", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);

    // OpenSSL's parameters take pointers to what they only read.
    Secret password = passphrase.copy();
    Bytes salt = derivation.salt;
    auto [memory, passes, lanes] = std::tuple{derivation.memoryKiB, derivation.passes, derivation.lanes};
    const OSSL_PARAM parameters[]{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password.data(), password.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt.data(), salt.size()),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &memory),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &passes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &lanes),
        OSSL_PARAM_construct_end(),
    };
    Secret key(Vault::keyBytes);
    if (!context || EVP_KDF_derive(context.get(), key.data(), key.size(), parameters) != 1)
        return keyStoreFailure(SealedBy::passphrase, "unreachable");
    return key;
}

Result<void> setPassphrase(Vault &vault, const Secret &passphrase)
{
    Derivation derivation{.salt = crypto::randomBytes(Derivation::saltBytes)};
    Secret key = TRY(deriveKey(passphrase, derivation));
    return vault.reseal(std::move(key), SealedBy::passphrase, std::move(derivation));
}

} // namespace freehold::platform
