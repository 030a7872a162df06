// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/invitation_text.h"

#include <algorithm>
#include <cctype>

namespace freehold::peer {

namespace {

constexpr std::string_view prefix = "FREEHOLD:";
constexpr std::uint8_t version = 1;
constexpr std::size_t checkBytes = 4;
constexpr std::size_t longestAddress = 253; // RFC 1035, section 2.3.4
constexpr std::size_t longestText = 4UL * 1024;

Bytes checkOf(ByteView bytes)
{
    const auto hash = crypto::sha256(bytes);
    return {hash.begin(), hash.begin() + checkBytes};
}

/// Takes bytes from the front.
class Reader {
public:
    explicit Reader(ByteView bytes)
        : left_(bytes)
    {
    }
    [[nodiscard]] std::optional<ByteView> take(std::size_t count)
    {
        if (count > left_.size())
            return std::nullopt;
        const ByteView taken = left_.first(count);
        left_ = left_.subspan(count);
        return taken;
    }
    [[nodiscard]] std::optional<std::uint8_t> byte()
    {
        const auto taken = take(1);
        return taken ? std::optional(taken->front()) : std::nullopt;
    }
    [[nodiscard]] bool isAtEnd() const { return left_.empty(); }

private:
    ByteView left_;
};

} // namespace

std::string toText(const InvitationText &invitation)
{
    Bytes bytes{version};
    bytes.insert(bytes.end(), invitation.member.begin(), invitation.member.end());
    bytes.insert(bytes.end(), invitation.secret.begin(), invitation.secret.end());
    bytes.push_back(static_cast<std::uint8_t>(invitation.port >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(invitation.port & 0xFFU));
    const std::size_t count = std::min(invitation.addresses.size(), InvitationText::mostAddresses);
    bytes.push_back(static_cast<std::uint8_t>(count));
    for (std::size_t at = 0; at < count; ++at) {
        const std::string address = invitation.addresses[at].substr(0, longestAddress);
        bytes.push_back(static_cast<std::uint8_t>(address.size()));
        bytes.insert(bytes.end(), address.begin(), address.end());
    }
    const Bytes check = checkOf(bytes);
    bytes.insert(bytes.end(), check.begin(), check.end());
    std::string text = toBase32(bytes);
    std::ranges::transform(
        text, text.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return std::string(prefix) + text;
}

std::optional<InvitationText> invitationFrom(std::string_view text)
{
    if (text.size() > longestText)
        return std::nullopt;
    std::string plain;
    for (const char character : text) {
        const auto letter = static_cast<unsigned char>(character);
        if (std::isspace(letter) == 0)
            plain += static_cast<char>(std::toupper(letter));
    }
    if (!plain.starts_with(prefix))
        return std::nullopt;
    const auto bytes = fromBase32(std::string_view(plain).substr(prefix.size()));
    if (!bytes || bytes->size() < checkBytes)
        return std::nullopt;
    const ByteView said = ByteView(*bytes).first(bytes->size() - checkBytes);
    if (!std::ranges::equal(checkOf(said), ByteView(*bytes).last(checkBytes)))
        return std::nullopt;

    Reader reader(said);
    InvitationText invitation;
    const auto known = reader.byte();
    const auto member = reader.take(invitation.member.size());
    const auto secret = reader.take(InvitationText::secretBytes);
    const auto port = reader.take(2);
    const auto count = reader.byte();
    if (known != version || !member || !secret || !port || !count || *count > InvitationText::mostAddresses)
        return std::nullopt;
    std::ranges::copy(*member, invitation.member.begin());
    std::ranges::copy(*secret, invitation.secret.begin());
    invitation.port = static_cast<std::uint16_t>((*port)[0] << 8U | (*port)[1]);
    for (std::size_t at = 0; at < *count; ++at) {
        const auto length = reader.byte();
        const auto address = length ? reader.take(*length) : std::nullopt;
        if (!address || address->empty() || address->size() > longestAddress)
            return std::nullopt;
        invitation.addresses.emplace_back(address->begin(), address->end());
    }
    if (!reader.isAtEnd() || invitation.port == 0 || invitation.addresses.empty())
        return std::nullopt;
    return invitation;
}

} // namespace freehold::peer
