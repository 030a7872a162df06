// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/shape.h"

#include <cstdint>
#include <optional>
#include <string>

namespace freehold {

/// Salt and cost of Argon2id (RFC 9106); the defaults are its second recommended option.
struct Derivation {
    static constexpr std::size_t saltBytes = 16; ///< of a new one

    Bytes salt;
    std::uint32_t memoryKiB = 64 * 1024;
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;

    friend bool operator==(const Derivation &, const Derivation &) = default;
};

/// The same as a file has it.
struct DerivationDocument {
    std::string salt; ///< base64
    std::int64_t memoryKiB = 0;
    std::int64_t passes = 0;
    std::int64_t lanes = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("salt", &DerivationDocument::salt),
            field("memory_kib", &DerivationDocument::memoryKiB), field("passes", &DerivationDocument::passes),
            field("lanes", &DerivationDocument::lanes)};
    }
};

[[nodiscard]] DerivationDocument documentOf(const Derivation &derivation);
/// Nothing where it is none, or costs more than anybody's own would: others may have written the file.
[[nodiscard]] std::optional<Derivation> derivationOf(const DerivationDocument &document);

} // namespace freehold
