// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ssh.h"

#include <algorithm>

namespace freehold::ssh {

namespace {

constexpr std::string_view keyType = "ssh-ed25519";
constexpr std::string_view magic = "SSHSIG";
constexpr std::string_view gitNamespace = "git";
constexpr std::string_view hashName = "sha512";
constexpr std::string_view begin = "-----BEGIN SSH SIGNATURE-----";
constexpr std::string_view end = "-----END SSH SIGNATURE-----";
constexpr std::uint32_t signatureVersion = 1;
// ssh-keygen's own width; git doesn't mind, diffs do.
constexpr std::size_t armourWidth = 70;

void append(Bytes &bytes, ByteView more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void appendNumber(Bytes &bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

/// RFC 4251 section 5, "string".
void appendString(Bytes &bytes, ByteView value)
{
    appendNumber(bytes, static_cast<std::uint32_t>(value.size()));
    append(bytes, value);
}

class Reader {
public:
    explicit Reader(ByteView bytes)
        : rest_(bytes)
    {
    }
    std::optional<std::uint32_t> number()
    {
        const auto four = take(4);
        if (!four)
            return std::nullopt;
        std::uint32_t value = 0;
        for (const std::uint8_t byte : *four)
            value = (value << 8) | byte;
        return value;
    }
    std::optional<ByteView> take(std::size_t size)
    {
        if (rest_.size() < size)
            return std::nullopt;
        const ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    std::optional<ByteView> string()
    {
        const auto size = number();
        return size ? take(*size) : std::nullopt;
    }
    bool expect(std::string_view text)
    {
        const auto value = string();
        return value && std::ranges::equal(*value, asBytes(text));
    }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    ByteView rest_;
};

Bytes keyBlob(const crypto::PublicKey &key)
{
    Bytes blob;
    appendString(blob, asBytes(keyType));
    appendString(blob, key);
    return blob;
}

std::optional<crypto::PublicKey> keyFromBlob(ByteView blob)
{
    Reader reader(blob);
    if (!reader.expect(keyType))
        return std::nullopt;
    const auto raw = reader.string();
    crypto::PublicKey key;
    if (!raw || raw->size() != key.size() || !reader.atEnd())
        return std::nullopt;
    std::ranges::copy(*raw, key.begin());
    return key;
}

/// What is really signed: the hash of the message with its namespace around it.
Bytes signedData(std::string_view message)
{
    Bytes data;
    append(data, asBytes(magic));
    appendString(data, asBytes(gitNamespace));
    appendString(data, {});
    appendString(data, asBytes(hashName));
    appendString(data, crypto::sha512(asBytes(message)));
    return data;
}

} // namespace

std::string publicKeyText(const crypto::PublicKey &key)
{
    return std::string(keyType) + ' ' + toBase64(keyBlob(key));
}

std::optional<crypto::PublicKey> publicKeyFromText(std::string_view text)
{
    if (!text.starts_with(keyType) || text.size() <= keyType.size() || text[keyType.size()] != ' ')
        return std::nullopt;
    const auto blob = fromBase64(text.substr(keyType.size() + 1));
    return blob ? keyFromBlob(*blob) : std::nullopt;
}

std::string sign(const crypto::SigningKey &key, std::string_view message)
{
    Bytes signature;
    appendString(signature, asBytes(keyType));
    appendString(signature, key.sign(signedData(message)));

    Bytes blob;
    append(blob, asBytes(magic));
    appendNumber(blob, signatureVersion);
    appendString(blob, keyBlob(key.publicKey()));
    appendString(blob, asBytes(gitNamespace));
    appendString(blob, {});
    appendString(blob, asBytes(hashName));
    appendString(blob, signature);

    const std::string body = toBase64(blob);
    std::string armoured(begin);
    for (std::size_t at = 0; at < body.size(); at += armourWidth)
        armoured += '\n' + body.substr(at, armourWidth);
    armoured += '\n';
    armoured += end;
    return armoured;
}

std::optional<crypto::PublicKey> signedBy(std::string_view armoured, std::string_view message)
{
    while (armoured.ends_with('\n'))
        armoured.remove_suffix(1);
    if (!armoured.starts_with(begin) || !armoured.ends_with(end)
        || armoured.size() < begin.size() + end.size())
        return std::nullopt;
    std::string body(armoured.substr(begin.size(), armoured.size() - begin.size() - end.size()));
    std::erase(body, '\n');
    const auto blob = fromBase64(body);
    if (!blob)
        return std::nullopt;

    Reader reader(*blob);
    const auto head = reader.take(magic.size());
    if (!head || !std::ranges::equal(*head, asBytes(magic)) || reader.number() != signatureVersion)
        return std::nullopt;
    const auto keyBytes = reader.string();
    const auto key = keyBytes ? keyFromBlob(*keyBytes) : std::nullopt;
    if (!key || !reader.expect(gitNamespace) || !reader.expect("") || !reader.expect(hashName))
        return std::nullopt;
    const auto signatureBytes = reader.string();
    if (!signatureBytes || !reader.atEnd())
        return std::nullopt;
    Reader inner(*signatureBytes);
    crypto::Signature signature;
    if (!inner.expect(keyType))
        return std::nullopt;
    const auto raw = inner.string();
    if (!raw || raw->size() != signature.size() || !inner.atEnd())
        return std::nullopt;
    std::ranges::copy(*raw, signature.begin());
    return crypto::verify(*key, signedData(message), signature) ? key : std::nullopt;
}

} // namespace freehold::ssh
