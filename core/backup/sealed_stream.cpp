// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/sealed_stream.h"

#include "backup/damaged.h"
#include "key_store/passphrase.h"
#include "support/crypto.h"
#include "support/freed.h"
#include "support/json.h"

#include <QJsonDocument>

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace freehold::backup {

namespace {

constexpr std::string_view magic = "freehold-backup ";
constexpr std::string_view version = "1 ";

struct Header {
    DerivationDocument argon2id;
    std::string check; ///< what tells a wrong passphrase from a damaged file: an HMAC of the rest, base64

    static constexpr auto fields()
    {
        return std::tuple{field("argon2id", &Header::argon2id), field("check", &Header::check)};
    }
};

std::string lineOf(const Header &header)
{
    return std::string(magic) + std::string(version)
        + QJsonDocument(json::write(header).toObject()).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

std::string checkOf(const Secret &key, const Derivation &derivation)
{
    return toBase64(crypto::hmacSha256(key.view(), asBytes(lineOf({documentOf(derivation), {}}))));
}

using Context = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;

using Nonce = std::array<std::uint8_t, 12>;

/// The chunk's number, and whether it is the last one.
Nonce nonceOf(std::uint64_t number, bool isLast)
{
    Nonce nonce{};
    for (std::size_t at = nonce.size() - 1; number != 0; number >>= 8)
        nonce[--at] = static_cast<std::uint8_t>(number);
    nonce.back() = isLast ? 1 : 0;
    return nonce;
}

int sizeOf(ByteView bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

Result<Sealer> Sealer::create(const Secret &passphrase)
{
    const Derivation derivation{.salt = crypto::randomBytes(Derivation::saltBytes)};
    Secret key = TRY(platform::deriveKey(passphrase, derivation));
    std::string line = lineOf({documentOf(derivation), checkOf(key, derivation)});
    return Sealer(std::move(key), std::move(line));
}

Result<Bytes> Sealer::seal(ByteView chunk, bool isLast)
{
    const Nonce nonce = nonceOf(next_++, isLast);
    const ByteView bound = asBytes(firstLine_);
    const Context context(EVP_CIPHER_CTX_new());
    Bytes sealed(chunk.size() + tagBytes);
    int written = 0;
    int rest = 0;
    const bool isDone = context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.view().data(), nonce.data())
            == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &written, bound.data(), sizeOf(bound)) == 1
        && EVP_EncryptUpdate(context.get(), sealed.data(), &written, chunk.data(), sizeOf(chunk)) == 1
        && EVP_EncryptFinal_ex(context.get(), sealed.data() + written, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagBytes, sealed.data() + chunk.size())
            == 1;
    if (!isDone)
        return failure(ErrorCode::internal, {{"missing", "AES-256-GCM"}});
    return sealed;
}

Result<FirstLine> parseFirstLine(std::string_view line)
{
    if (!line.starts_with(magic) || !line.ends_with('\n') || line.size() > mostFirstLineBytes)
        return damaged("first line");
    if (!line.substr(magic.size()).starts_with(version))
        return failure(ErrorCode::format_newer, {{"part", "backup"}});
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromStdString(std::string(line.substr(magic.size() + version.size()))));
    const auto header = json::read<Header>(document.object(), {});
    const auto derivation = header ? derivationOf(header->argon2id) : std::nullopt;
    // In any other spelling it would be bound to the chunks and not to the check.
    if (!derivation || lineOf(*header) != line)
        return damaged("first line");
    return FirstLine{*derivation, header->check};
}

Result<Opener> Opener::create(std::string_view firstLine, const Secret &passphrase)
{
    const FirstLine parsed = TRY(parseFirstLine(firstLine));
    Secret key = TRY(platform::deriveKey(passphrase, parsed.derivation));
    if (checkOf(key, parsed.derivation) != parsed.check)
        return failure(ErrorCode::passphrase_wrong);
    return Opener(std::move(key), std::string(firstLine));
}

Result<Secret> Opener::open(ByteView sealed, bool isLast)
{
    if (sealed.size() < tagBytes || sealed.size() > chunkBytes + tagBytes)
        return damaged("chunk");
    const Nonce nonce = nonceOf(next_++, isLast);
    const ByteView bound = asBytes(firstLine_);
    const ByteView chunk = sealed.first(sealed.size() - tagBytes);
    // OpenSSL takes the tag by a pointer to what it only reads.
    std::array<std::uint8_t, tagBytes> tag{};
    std::ranges::copy(sealed.last(tagBytes), tag.begin());
    const Context context(EVP_CIPHER_CTX_new());
    Secret plain(chunk.size());
    int written = 0;
    int rest = 0;
    std::uint8_t none = 0;
    std::uint8_t *const into = plain.isEmpty() ? &none : plain.data();
    const bool isSound = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.view().data(), nonce.data())
            == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &written, bound.data(), sizeOf(bound)) == 1
        && EVP_DecryptUpdate(context.get(), into, &written, chunk.data(), sizeOf(chunk)) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagBytes, tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), into + written, &rest) == 1;
    if (!isSound)
        return damaged("chunk");
    return plain;
}

} // namespace freehold::backup
