// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/crypto.h"

#include "support/freed.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <memory>

namespace freehold::crypto {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

constexpr std::size_t seedBytes = 32;

} // namespace

std::string sha1(std::string_view bytes)
{
    std::string digest(SHA_DIGEST_LENGTH, '\0');
    SHA1(reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
        reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

Sha256 sha256(ByteView bytes)
{
    Sha256 digest;
    SHA256(bytes.data(), bytes.size(), digest.data());
    return digest;
}

Sha256 hmacSha256(ByteView key, ByteView bytes)
{
    Sha256 digest;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(), digest.data(),
        nullptr);
    return digest;
}

Bytes sha512(ByteView bytes)
{
    Bytes digest(SHA512_DIGEST_LENGTH);
    SHA512(bytes.data(), bytes.size(), digest.data());
    return digest;
}

Bytes randomBytes(std::size_t size)
{
    Bytes bytes(size);
    RAND_bytes(bytes.data(), static_cast<int>(size));
    return bytes;
}

SigningKey SigningKey::generate()
{
    return std::move(*fromSeed(Secret::random(seedBytes)));
}

Result<SigningKey> SigningKey::fromSeed(Secret seed)
{
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    PublicKey publicKey;
    std::size_t size = publicKey.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), publicKey.data(), &size) != 1)
        return failure(ErrorCode::vault_damaged, {{"entry", "signing key"}});
    return SigningKey(std::move(seed), publicKey);
}

Signature SigningKey::sign(ByteView message) const
{
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed_.view().data(), seed_.size()));
    const Digest context(EVP_MD_CTX_new());
    Signature signature{};
    std::size_t size = signature.size();
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size());
    return signature;
}

bool verify(const PublicKey &publicKey, ByteView message, const Signature &signature)
{
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, publicKey.data(), publicKey.size()));
    const Digest context(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size())
        == 1;
}

} // namespace freehold::crypto
