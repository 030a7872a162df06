// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace freehold {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, without a copy; valid as long as the text.
[[nodiscard]] inline ByteView asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

[[nodiscard]] std::string toHex(ByteView bytes);

/// Base64 with padding, RFC 4648 section 4.
[[nodiscard]] std::string toBase64(ByteView bytes);
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

/// Lower-case base32 without padding (alphabet of RFC 4648 section 6): ids that survive file
/// systems which ignore case.
[[nodiscard]] std::string toBase32(ByteView bytes);
/// The same, or in upper case. Nothing where a letter is none of the alphabet's, or the end is no whole
/// byte's.
[[nodiscard]] std::optional<Bytes> fromBase32(std::string_view text);

} // namespace freehold
