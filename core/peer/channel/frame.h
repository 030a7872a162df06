// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/json.h"
#include "support/result.h"

#include <QByteArray>
#include <QJsonDocument>

#include <cstdint>
#include <optional>
#include <string_view>

/// What members say to each other inside of TLS: frames of four bytes of length (most significant first), one
/// byte that says what it is, and the payload. Most payloads are one JSON object each, described as a shape.
namespace freehold::peer {

enum class FrameKind : std::uint8_t {
    // Anybody may say these; the names are those of pairing/pairing_messages.h.
    pair_request = 1,
    pair_offer = 2,
    pair_reveal = 3,
    pair_opened = 4,
    pair_accepted = 5,
    pair_refused = 6,
    pair_confirmed = 7,
    pair_admitted = 8,
    pair_invited = 9,
    pair_restored = 10,
    // Members alone may say these; the names are those of core/members.
    fetch = 16,
    pack_begun = 17,
    pack_part = 18,
    pack_taken = 19,
    fetched = 20,
    heads = 21,
    fact = 22,
    ping = 23,
    pong = 24,
    removed = 25, ///< to a machine that was removed from the house, which perhaps has not heard of it
    secret = 26, ///< of core/members, too
    // Members alone, too; the names are those of core/api/streams.
    stream_open = 27,
    stream_bytes = 28,
    stream_taken = 29,
    stream_closed = 30,
};

/// Those that anybody may say end here.
inline constexpr FrameKind lastOfPairing = FrameKind::pair_restored;
/// Those that carry streams begin here.
inline constexpr FrameKind firstOfStreams = FrameKind::stream_open;

struct Frame {
    FrameKind kind{};
    QByteArray payload;

    friend bool operator==(const Frame &, const Frame &) = default;
};

/// The longest payload, so that nothing waits long behind another, and nobody makes us hold much.
inline constexpr std::uint32_t mostPayloadBytes = 64 * 1024;
/// The same of somebody who is not known: enough for pairing.
inline constexpr std::uint32_t mostPayloadBytesOfStrangers = 2 * 1024;

[[nodiscard]] QByteArray encode(const Frame &frame);

/// Cuts a stream of bytes into frames. Holds at most one frame and what was appended last.
class FrameReader {
public:
    void setLimit(std::uint32_t payloadBytes) { limit_ = payloadBytes; }
    void append(const QByteArray &bytes);
    /// The next whole frame, or nothing until more is appended. Errors: message_too_large,
    /// message_malformed of a kind that is not known; the stream can't be read on from there.
    [[nodiscard]] Result<std::optional<Frame>> next();

private:
    std::uint32_t limit_ = mostPayloadBytesOfStrangers;
    QByteArray buffer_;
    qsizetype start_ = 0; ///< of the frame that is not given yet
};

/// A message is a shaped struct with `static constexpr FrameKind kind`.
template <class Type>
concept Message = Shaped<Type> && requires {
    { Type::kind } -> std::convertible_to<FrameKind>;
};

template <Message Type>
[[nodiscard]] Frame toFrame(const Type &message)
{
    return {Type::kind, QJsonDocument(json::write(message).toObject()).toJson(QJsonDocument::Compact)};
}

/// Errors: message_malformed; parameters_invalid.
template <Message Type>
[[nodiscard]] Result<Type> fromFrame(const Frame &frame)
{
    const QJsonDocument document = QJsonDocument::fromJson(frame.payload);
    if (frame.kind != Type::kind || !document.isObject())
        return failure(ErrorCode::message_malformed);
    // A newer version may say more.
    return json::read<Type, json::UnknownFields::ignored>(document.object(), "");
}

} // namespace freehold::peer
