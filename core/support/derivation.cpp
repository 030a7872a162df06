// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/derivation.h"

namespace freehold {

namespace {

// Deriving must end, and within memory.
constexpr std::uint32_t maxMemoryKiB = 1024 * 1024;
constexpr std::uint32_t maxPasses = 16;
constexpr std::uint32_t maxLanes = 16;
constexpr std::size_t minSaltBytes = 16;
constexpr std::size_t maxSaltBytes = 64;

} // namespace

DerivationDocument documentOf(const Derivation &derivation)
{
    return {toBase64(derivation.salt), derivation.memoryKiB, derivation.passes, derivation.lanes};
}

std::optional<Derivation> derivationOf(const DerivationDocument &document)
{
    auto salt = fromBase64(document.salt);
    const auto within
        = [](std::int64_t number, std::uint32_t limit) { return number >= 1 && number <= limit; };
    // Argon2 needs 8 KiB for each lane (RFC 9106 section 3.1).
    if (!salt || salt->size() < minSaltBytes || salt->size() > maxSaltBytes
        || !within(document.memoryKiB, maxMemoryKiB) || !within(document.passes, maxPasses)
        || !within(document.lanes, maxLanes) || document.memoryKiB < 8 * document.lanes)
        return std::nullopt;
    return Derivation{std::move(*salt), static_cast<std::uint32_t>(document.memoryKiB),
        static_cast<std::uint32_t>(document.passes), static_cast<std::uint32_t>(document.lanes)};
}

} // namespace freehold
