// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seal.h"

#include "support/crypto.h"

#include <QtCrypto>

#include <algorithm>
#include <cstring>

namespace freehold {

namespace {

constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;

// A sealed value is nonce, ciphertext, tag; its plaintext is the vault's id (of fixed length), the
// name's length in four bytes, the name, the secret.

bool isCipherThere()
{
    return QCA::isSupported("aes256-gcm");
}

std::unexpected<Error> noCipher()
{
    return failure(ErrorCode::internal, {{"missing", "QCA aes256-gcm"}});
}

QCA::SecureArray secureCopy(ByteView bytes)
{
    QCA::SecureArray copy(static_cast<int>(bytes.size()));
    std::ranges::copy(bytes, reinterpret_cast<std::uint8_t *>(copy.data()));
    return copy;
}

ByteView viewOf(const QCA::MemoryRegion &region)
{
    return {
        reinterpret_cast<const std::uint8_t *>(region.constData()), static_cast<std::size_t>(region.size())};
}

QCA::Cipher cipher(QCA::Direction direction, const Secret &key, ByteView nonce, const QCA::AuthTag &tag)
{
    return {QStringLiteral("aes256"), QCA::Cipher::GCM, QCA::Cipher::NoPadding, direction,
        QCA::SymmetricKey(secureCopy(key.view())), QCA::InitializationVector(secureCopy(nonce)), tag};
}

Bytes prefix(ByteView vault, std::string_view name)
{
    Bytes bytes(vault.begin(), vault.end());
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(name.size() >> shift));
    bytes.insert(bytes.end(), name.begin(), name.end());
    return bytes;
}

} // namespace

Result<Bytes> seal(const Secret &key, ByteView vault, std::string_view name, ByteView secret)
{
    if (!isCipherThere())
        return noCipher();
    const Bytes start = prefix(vault, name);
    Secret plain(start.size() + secret.size());
    std::ranges::copy(start, plain.data());
    std::ranges::copy(secret, plain.data() + start.size());

    const Bytes nonce = crypto::randomBytes(nonceBytes);
    auto encoder = cipher(QCA::Encode, key, nonce, QCA::AuthTag(static_cast<int>(tagBytes)));
    Bytes sealed = nonce;
    const auto append = [&sealed](const QCA::MemoryRegion &part) {
        const ByteView view = viewOf(part);
        sealed.insert(sealed.end(), view.begin(), view.end());
    };
    append(encoder.update(secureCopy(plain.view())));
    bool isDone = encoder.ok();
    append(encoder.final());
    isDone = isDone && encoder.ok();
    append(encoder.tag());
    if (!isDone || sealed.size() != nonceBytes + plain.size() + tagBytes)
        return noCipher();
    return sealed;
}

Result<Secret> unseal(const Secret &key, ByteView vault, std::string_view name, ByteView sealed)
{
    if (!isCipherThere())
        return noCipher();
    const auto damaged = failure(ErrorCode::vault_damaged, {{"part", std::string(name)}});
    const Bytes start = prefix(vault, name);
    if (sealed.size() < nonceBytes + start.size() + tagBytes)
        return damaged;
    const QCA::AuthTag tag(secureCopy(sealed.last(tagBytes)));
    auto decoder = cipher(QCA::Decode, key, sealed.first(nonceBytes), tag);
    const QCA::SecureArray plain
        = decoder.update(secureCopy(sealed.subspan(nonceBytes, sealed.size() - nonceBytes - tagBytes)));
    const bool isDecoded = decoder.ok();
    // The tag is compared here: nothing of `plain` may be used before.
    decoder.final();
    const ByteView view = viewOf(plain);
    if (!isDecoded || !decoder.ok() || view.size() < start.size()
        || !std::ranges::equal(view.first(start.size()), start))
        return damaged;
    return Secret::of(view.subspan(start.size()));
}

} // namespace freehold
