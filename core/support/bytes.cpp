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

std::optional<Bytes> fromBase32(std::string_view text)
{
    Bytes bytes;
    bytes.reserve(text.size() * 5 / 8);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char letter : text) {
        std::uint32_t value = 0;
        if (letter >= 'a' && letter <= 'z')
            value = static_cast<std::uint32_t>(letter - 'a');
        else if (letter >= 'A' && letter <= 'Z')
            value = static_cast<std::uint32_t>(letter - 'A');
        else if (letter >= '2' && letter <= '7')
            value = static_cast<std::uint32_t>(letter - '2') + 26;
        else
            return std::nullopt;
        buffer = ((buffer << 5U) | value) & 0xFFFU;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    const bool isWhole = bits < 5 && (buffer & ((1U << bits) - 1U)) == 0;
    return isWhole ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace freehold
