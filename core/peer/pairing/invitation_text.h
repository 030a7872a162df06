// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::peer {

/// What lets one machine into a house without anybody being there: where a member is, by which key it is
/// known, and a secret that is good once. As text it has capital letters and digits alone, which people can
/// copy and a small QR code can hold; whoever reads it can use it.
struct InvitationText {
    static constexpr std::size_t secretBytes = 16;
    static constexpr std::size_t mostAddresses = 4;
    using Secret = std::array<std::uint8_t, secretBytes>;

    crypto::PublicKey member{};
    Secret secret{};
    std::uint16_t port = 0;
    std::vector<std::string> addresses; ///< numeric, or host names

    friend bool operator==(const InvitationText &, const InvitationText &) = default;
};

/// Of more addresses than there is room for, the first.
[[nodiscard]] std::string toText(const InvitationText &invitation);
/// Spaces, line ends and the case of letters make no difference. Nothing where it is no whole invitation:
/// its end is a check of the rest.
[[nodiscard]] std::optional<InvitationText> invitationFrom(std::string_view text);

} // namespace freehold::peer
