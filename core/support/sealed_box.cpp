// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sealed_box.h"

#include "support/freed.h"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/hpke.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace freehold::crypto {

namespace {

using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Numbers = std::unique_ptr<BN_CTX, Freed<BN_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Context = std::unique_ptr<OSSL_HPKE_CTX, Freed<OSSL_HPKE_CTX_free>>;

constexpr std::size_t keyBytes = 32;
constexpr std::size_t tagBytes = 16;
constexpr OSSL_HPKE_SUITE suite{
    OSSL_HPKE_KEM_ID_X25519, OSSL_HPKE_KDF_ID_HKDF_SHA256, OSSL_HPKE_AEAD_ID_AES_GCM_256};

/// u = (1 + y) / (1 - y), modulo 2^255 - 19 (RFC 7748 section 4.1); nothing for a point without one.
std::optional<std::array<std::uint8_t, keyBytes>> onCurve25519(const PublicKey &key)
{
    const Numbers numbers(BN_CTX_new());
    PublicKey bytes = key;
    bytes.back() &= 0x7F; // the sign of x
    const Number y(BN_lebin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    const Number prime(BN_new());
    const Number above(BN_new());
    const Number below(BN_new());
    constexpr int bits = 255;
    constexpr BN_ULONG less = 19;
    std::array<std::uint8_t, keyBytes> u{};
    const bool isDone = numbers && y && prime && above && below && BN_set_bit(prime.get(), bits) == 1
        && BN_sub_word(prime.get(), less) == 1
        && BN_mod_add(above.get(), BN_value_one(), y.get(), prime.get(), numbers.get()) == 1
        && BN_mod_sub(below.get(), BN_value_one(), y.get(), prime.get(), numbers.get()) == 1
        && BN_mod_inverse(below.get(), below.get(), prime.get(), numbers.get()) != nullptr
        && BN_mod_mul(above.get(), above.get(), below.get(), prime.get(), numbers.get()) == 1
        && BN_bn2lebinpad(above.get(), u.data(), static_cast<int>(u.size())) == static_cast<int>(u.size());
    return isDone ? std::optional(u) : std::nullopt;
}

/// What RFC 8032 section 5.1.5 makes of the seed; X25519 prunes it the same way.
Key privateKey(const SigningKey &key)
{
    Bytes digest = sha512(key.seed().view());
    Key made(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, digest.data(), keyBytes));
    wipe(digest);
    return made;
}

Context contextFor(int role)
{
    return Context(OSSL_HPKE_CTX_new(OSSL_HPKE_MODE_BASE, suite, role, nullptr, nullptr));
}

} // namespace

Result<Bytes> sealFor(const PublicKey &reader, ByteView about, ByteView secret)
{
    const auto key = onCurve25519(reader);
    const Context context = contextFor(OSSL_HPKE_ROLE_SENDER);
    Bytes sealed(keyBytes + secret.size() + tagBytes);
    std::size_t shared = keyBytes;
    std::size_t size = secret.size() + tagBytes;
    const bool isSealed = key && context
        && OSSL_HPKE_encap(
               context.get(), sealed.data(), &shared, key->data(), key->size(), about.data(), about.size())
            == 1
        && shared == keyBytes
        && OSSL_HPKE_seal(
               context.get(), sealed.data() + keyBytes, &size, nullptr, 0, secret.data(), secret.size())
            == 1;
    if (!isSealed)
        return failure(ErrorCode::internal, {{"missing", "HPKE"}});
    return sealed;
}

Result<Secret> openSealed(const SigningKey &reader, ByteView about, ByteView sealed)
{
    const auto wrong = failure(ErrorCode::signature_invalid);
    if (sealed.size() <= keyBytes + tagBytes)
        return wrong;
    const Key key = privateKey(reader);
    const Context context = contextFor(OSSL_HPKE_ROLE_RECEIVER);
    Secret secret(sealed.size() - keyBytes - tagBytes);
    std::size_t size = secret.size();
    const bool isOpened = key && context
        && OSSL_HPKE_decap(context.get(), sealed.data(), keyBytes, key.get(), about.data(), about.size()) == 1
        && OSSL_HPKE_open(context.get(), secret.data(), &size, nullptr, 0, sealed.data() + keyBytes,
               sealed.size() - keyBytes)
            == 1
        && size == secret.size();
    if (!isOpened)
        return wrong;
    return secret;
}

} // namespace freehold::crypto
