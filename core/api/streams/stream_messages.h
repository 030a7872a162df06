// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "peer/channel/frame.h"

#include <cstdint>
#include <string>
#include <variant>

/// What two members say to each other so that clients of the one are answered by the other: streams of bytes
/// over their channel, each opened by the client's side. Who called the other gives its streams odd numbers
/// and the other even ones, each growing. Bytes are sent ahead of `stream_taken` by a window, so that neither
/// side holds more.
namespace freehold::api {

/// What may be on its way in one direction of one stream and not said to be taken. All windows of a channel
/// together are well below what it may hold back (peer::Channel::backlogLimitBytes).
inline constexpr qint64 streamWindowBytes = 64 * 1024;

struct StreamOpen {
    std::int64_t stream = 0;
    contract::Role role = contract::Role::guest; ///< that the user has at the side that opens
    std::string user; ///< for the history; may be empty

    static constexpr peer::FrameKind kind = peer::FrameKind::stream_open;
    static constexpr std::size_t longestUserBytes = 200;
    static constexpr auto fields()
    {
        return std::tuple{field("stream", &StreamOpen::stream), field("role", &StreamOpen::role),
            field("user", &StreamOpen::user)};
    }
    friend bool operator==(const StreamOpen &, const StreamOpen &) = default;
};

/// The one message that is no JSON: four bytes of the stream's number, most significant first, then the
/// bytes.
struct StreamBytes {
    static constexpr qsizetype headBytes = 4;

    std::int64_t stream = 0;
    QByteArray bytes; ///< at least one

    friend bool operator==(const StreamBytes &, const StreamBytes &) = default;
};

struct StreamTaken {
    std::int64_t stream = 0;
    std::int64_t bytes = 0;

    static constexpr peer::FrameKind kind = peer::FrameKind::stream_taken;
    static constexpr auto fields()
    {
        return std::tuple{field("stream", &StreamTaken::stream), field("bytes", &StreamTaken::bytes)};
    }
    friend bool operator==(const StreamTaken &, const StreamTaken &) = default;
};

/// From either side: it says and hears nothing more.
struct StreamClosed {
    std::int64_t stream = 0;

    static constexpr peer::FrameKind kind = peer::FrameKind::stream_closed;
    static constexpr auto fields() { return std::tuple{field("stream", &StreamClosed::stream)}; }
    friend bool operator==(const StreamClosed &, const StreamClosed &) = default;
};

using StreamMessage = std::variant<StreamOpen, StreamBytes, StreamTaken, StreamClosed>;

[[nodiscard]] peer::Frame toFrame(const StreamMessage &message);
/// Errors: message_malformed, parameters_invalid: the other side is not honest, or of another version.
[[nodiscard]] Result<StreamMessage> streamMessage(const peer::Frame &frame);

} // namespace freehold::api
