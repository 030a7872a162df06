// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/channel.h"

#include <QPointer>

namespace freehold::peer {

Channel::Channel(
    std::unique_ptr<QIODevice> transport, TlsStream::Side side, std::shared_ptr<const TlsIdentity> identity)
    : stream_(std::move(transport), side, std::move(identity))
{
    connect(&stream_, &TlsStream::established, this, &Channel::opened);
    connect(&stream_, &TlsStream::readyRead, this, &Channel::read);
    connect(&stream_, &TlsStream::ended, this, [this] { end(std::nullopt); });
}

void Channel::send(const Frame &frame)
{
    stream_.write(encode(frame));
    if (stream_.bytesToWrite() > backlogLimitBytes)
        end(Error{ErrorCode::peer_unreachable, {}, {}});
}

void Channel::read()
{
    const QPointer<Channel> self(this);
    reader_.append(stream_.read());
    while (self && !hasEnded_) {
        auto frame = reader_.next();
        if (!frame)
            return end(frame.error());
        if (!*frame)
            return;
        Q_EMIT received(**frame);
    }
}

void Channel::end(const std::optional<Error> &error)
{
    if (std::exchange(hasEnded_, true))
        return;
    const QPointer<Channel> self(this);
    stream_.close();
    if (self)
        Q_EMIT closed(error);
}

} // namespace freehold::peer
