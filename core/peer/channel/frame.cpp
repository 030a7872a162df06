// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/frame.h"

#include <QtEndian>

namespace freehold::peer {

namespace {

constexpr qsizetype headBytes = 5;

bool isKnown(std::uint8_t number)
{
    const auto kind = static_cast<FrameKind>(number);
    return (kind >= FrameKind::pair_request && kind <= lastOfPairing)
        || (kind >= FrameKind::fetch && kind <= FrameKind::stream_closed);
}

} // namespace

QByteArray encode(const Frame &frame)
{
    QByteArray bytes(headBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(frame.payload.size()), bytes.data());
    bytes[headBytes - 1] = static_cast<char>(frame.kind);
    return bytes + frame.payload;
}

void FrameReader::append(const QByteArray &bytes)
{
    buffer_.remove(0, std::exchange(start_, 0));
    buffer_ += bytes;
}

Result<std::optional<Frame>> FrameReader::next()
{
    if (buffer_.size() - start_ < headBytes)
        return std::nullopt;
    const char *head = buffer_.constData() + start_;
    const auto size = qFromBigEndian<quint32>(head);
    const auto kind = static_cast<std::uint8_t>(head[headBytes - 1]);
    if (size > limit_)
        return failure(ErrorCode::message_too_large, {{"part", "frame"}, {"limit", std::to_string(limit_)}});
    if (!isKnown(kind))
        return failure(ErrorCode::message_malformed, {{"kind", std::to_string(kind)}});
    if (buffer_.size() - start_ < headBytes + static_cast<qsizetype>(size))
        return std::nullopt;
    Frame frame{static_cast<FrameKind>(kind), buffer_.sliced(start_ + headBytes, size)};
    start_ += headBytes + static_cast<qsizetype>(size);
    return frame;
}

} // namespace freehold::peer
