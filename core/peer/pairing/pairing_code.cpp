// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/pairing_code.h"

#include <algorithm>
#include <format>

namespace freehold::peer {

namespace {

constexpr std::uint64_t combinations = 1'000'000;

crypto::Sha256 hashOf(std::string_view purpose, std::initializer_list<ByteView> parts)
{
    Bytes all(purpose.begin(), purpose.end());
    for (const ByteView part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return crypto::sha256(all);
}

} // namespace

Nonce newNonce()
{
    Nonce nonce{};
    std::ranges::copy(crypto::randomBytes(nonce.size()), nonce.begin());
    return nonce;
}

crypto::Sha256 commitmentTo(const Nonce &memberNonce, const PairingKeys &keys)
{
    return hashOf("freehold pairing commitment 1\n", {keys.joining, keys.member, memberNonce});
}

std::string pairingDigits(const Nonce &joiningNonce, const Nonce &memberNonce, const PairingKeys &keys)
{
    const auto hash
        = hashOf("freehold pairing digits 1\n", {keys.joining, keys.member, joiningNonce, memberNonce});
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < sizeof number; ++at)
        number = number << 8U | hash.at(at);
    return std::format("{:06}", number % combinations);
}

std::optional<std::array<std::uint8_t, 32>> thirtyTwoBytesFrom(std::string_view base64)
{
    const auto bytes = fromBase64(base64);
    std::array<std::uint8_t, 32> found{};
    if (!bytes || bytes->size() != found.size())
        return std::nullopt;
    std::ranges::copy(*bytes, found.begin());
    return found;
}

} // namespace freehold::peer
