// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/bytes.h"

#include <QByteArray>

namespace freehold {

namespace {

QByteArray viewOf(ByteView bytes)
{
    return QByteArray::fromRawData(
        reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

std::string toHex(ByteView bytes)
{
    return viewOf(bytes).toHex().toStdString();
}

std::string toBase64(ByteView bytes)
{
    return viewOf(bytes).toBase64().toStdString();
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return Bytes(decoded.decoded.begin(), decoded.decoded.end());
}

std::string toBase32(ByteView bytes)
{
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    std::string text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = (buffer << 8) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(buffer >> bits) & 31];
        }
    }
    if (bits > 0)
        text += alphabet[(buffer << (5 - bits)) & 31];
    return text;
}

} // namespace freehold
