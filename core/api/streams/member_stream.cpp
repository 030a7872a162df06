// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_streams/member_stream.h"

#include "support/secret.h"

#include <algorithm>

namespace freehold::api {

MemberStream::MemberStream(std::int64_t number, Way way)
    : number_(number)
    , way_(std::move(way))
{
}

MemberStream::~MemberStream()
{
    if (state_ == State::over)
        return;
    way_.send(StreamClosed{number_});
    way_.forget();
}

QByteArray MemberStream::read(qint64 mostBytes)
{
    const auto size = std::min<qint64>(mostBytes, heard_.size());
    QByteArray bytes(heard_.constData(), size);
    wipe(heard_.data(), static_cast<std::size_t>(size)); // a passphrase may be in it
    heard_.remove(0, size);
    read_ += size;
    // Not for every line: half a window is still open to the other side.
    if (state_ == State::open && read_ >= streamWindowBytes / 2)
        way_.send(StreamTaken{number_, std::exchange(read_, 0)});
    return bytes;
}

void MemberStream::write(const QByteArray &bytes)
{
    if (state_ != State::open)
        return;
    waiting_.append(bytes.constData(), bytes.size()); // a copy, which whoever wipes the original leaves alone
    sendOn();
}

void MemberStream::sendOn()
{
    constexpr qint64 mostOfFrame = peer::mostPayloadBytes - StreamBytes::headBytes;
    while (state_ != State::over && !waiting_.isEmpty() && onTheWay_ < streamWindowBytes) {
        const auto size
            = std::min({static_cast<qint64>(waiting_.size()), streamWindowBytes - onTheWay_, mostOfFrame});
        QByteArray part(waiting_.constData(), size);
        wipe(waiting_.data(), static_cast<std::size_t>(size));
        waiting_.remove(0, size);
        onTheWay_ += size;
        StreamMessage message = StreamBytes{number_, std::move(part)};
        way_.send(message);
        wipe(std::get<StreamBytes>(message).bytes);
    }
    if (state_ == State::closing && waiting_.isEmpty())
        abort();
}

void MemberStream::close()
{
    if (state_ != State::open)
        return;
    state_ = State::closing;
    sendOn();
}

void MemberStream::abort()
{
    if (state_ == State::over)
        return;
    way_.send(StreamClosed{number_});
    end();
}

Result<void> MemberStream::hearBytes(const QByteArray &bytes)
{
    if (heard_.size() + read_ + bytes.size() > streamWindowBytes)
        return failure(ErrorCode::message_malformed, {{"part", "window"}});
    heard_ += bytes;
    Q_EMIT readyRead();
    return {};
}

Result<void> MemberStream::hearTaken(qint64 bytes)
{
    if (bytes > onTheWay_)
        return failure(ErrorCode::message_malformed, {{"part", "window"}});
    onTheWay_ -= bytes;
    sendOn();
    Q_EMIT written();
    return {};
}

void MemberStream::cut()
{
    if (state_ != State::over)
        end();
}

void MemberStream::end()
{
    if (std::exchange(state_, State::over) == State::over)
        return;
    wipe(waiting_);
    way_.forget();
    // In a later turn: it may be in the midst of what its user asked for.
    QMetaObject::invokeMethod(this, &Transport::closed, Qt::QueuedConnection);
}

} // namespace freehold::api
