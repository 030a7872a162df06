// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/stream_messages.h"

#include "support/plain_line.h"

#include <QtEndian>

namespace freehold::api {

namespace {

using peer::Frame;
using peer::FrameKind;

Result<StreamMessage> streamBytes(const Frame &frame)
{
    if (frame.payload.size() <= StreamBytes::headBytes)
        return failure(ErrorCode::message_malformed);
    return StreamBytes{
        qFromBigEndian<quint32>(frame.payload.constData()), frame.payload.sliced(StreamBytes::headBytes)};
}

template <peer::Message Type>
Result<StreamMessage> read(const Frame &frame)
{
    return peer::fromFrame<Type>(frame).transform(
        [](Type message) { return StreamMessage(std::move(message)); });
}

Result<StreamMessage> readKind(const Frame &frame)
{
    switch (frame.kind) {
    case FrameKind::stream_open:
        return read<StreamOpen>(frame);
    case FrameKind::stream_bytes:
        return streamBytes(frame);
    case FrameKind::stream_taken:
        return read<StreamTaken>(frame);
    case FrameKind::stream_closed:
        return read<StreamClosed>(frame);
    default:
        return failure(ErrorCode::message_malformed);
    }
}

bool isSound(const StreamMessage &message)
{
    const std::int64_t stream = std::visit([](const auto &one) { return one.stream; }, message);
    if (stream < 1 || stream > UINT32_MAX)
        return false;
    // What the history shows as a name is a name.
    if (const auto *open = std::get_if<StreamOpen>(&message))
        return open->user.size() <= StreamOpen::longestUserBytes && isPlainLine(open->user);
    if (const auto *taken = std::get_if<StreamTaken>(&message))
        return taken->bytes > 0 && taken->bytes <= streamWindowBytes;
    return true;
}

} // namespace

Frame toFrame(const StreamMessage &message)
{
    if (const auto *bytes = std::get_if<StreamBytes>(&message)) {
        QByteArray payload(StreamBytes::headBytes, Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(bytes->stream), payload.data());
        return {FrameKind::stream_bytes, payload + bytes->bytes};
    }
    return std::visit(
        [](const auto &one) -> Frame {
            if constexpr (peer::Message<std::remove_cvref_t<decltype(one)>>)
                return peer::toFrame(one);
            else
                return {};
        },
        message);
}

Result<StreamMessage> streamMessage(const Frame &frame)
{
    auto message = readKind(frame);
    if (message && !isSound(*message))
        return failure(ErrorCode::message_malformed);
    return message;
}

} // namespace freehold::api
