// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/channel/member_port.h"

#include "support/log.h"

namespace freehold::peer {

namespace {

constexpr std::chrono::seconds connectTime{10};

std::string numeric(QHostAddress address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // of ::ffff:10.0.0.2, too
    if (isV4)
        return QHostAddress(v4).toString().toStdString();
    address.setScopeId({});
    return address.toString().toStdString();
}

Error unreachable(const std::string &address)
{
    return {ErrorCode::peer_unreachable, {{"address", address}}, {}};
}

} // namespace

MemberPort::MemberPort()
    : server_(this)
    , patience_(this)
{
    connect(&server_, &QTcpServer::newConnection, this, &MemberPort::accept);
    patience_.setInterval(strangersPatience / 3);
    connect(&patience_, &QTimer::timeout, this, &MemberPort::sendIdleAway);
}

MemberPort::~MemberPort()
{
    for (auto &[id, open] : channels_)
        open.channel->disconnect(this);
}

void MemberPort::setSigner(std::shared_ptr<const crypto::SigningKey> deviceKey)
{
    deviceKey_ = std::move(deviceKey);
    identity_.reset();
    if (deviceKey_)
        return;
    while (!channels_.empty())
        end(channels_.begin()->first, Error{ErrorCode::vault_locked, {}, {}});
}

void MemberPort::setMembers(std::set<crypto::PublicKey> members, std::set<crypto::PublicKey> removed)
{
    members_ = std::move(members);
    removed_ = std::move(removed);
    std::vector<ChannelId> gone;
    for (auto &[id, open] : channels_) {
        if (!open.isOpen)
            continue;
        const bool isMember = members_.contains(open.peer.key);
        if (open.isMember && !isMember)
            gone.push_back(id);
        open.isMember = isMember;
        if (isMember)
            open.channel->setLimit(mostPayloadBytes);
    }
    for (const ChannelId id : gone)
        sendAway(id);
}

Result<std::uint16_t> MemberPort::listen(const QHostAddress &address, std::uint16_t port)
{
    server_.close();
    if (!server_.listen(address, port))
        return failure(ErrorCode::socket_unusable,
            {{"place", address.toString().toStdString() + ' ' + std::to_string(port)},
                {"why", server_.errorString().toStdString()}});
    return server_.serverPort();
}

void MemberPort::call(ChannelId id, const QString &host, std::uint16_t port)
{
    const std::string address = host.toStdString();
    if (calling_.size() >= mostCalls) {
        QMetaObject::invokeMethod(
            this, [this, id, address] { Q_EMIT closed(id, unreachable(address)); }, Qt::QueuedConnection);
        return;
    }
    auto socket = std::make_unique<QTcpSocket>();
    socket->setReadBufferSize(TlsStream::readLimitBytes);
    const auto giveUp = [this, id, address] {
        const auto calling = calling_.extract(id);
        if (calling.empty())
            return;
        calling.mapped()->disconnect(this);
        calling.mapped().release()->deleteLater();
        Q_EMIT closed(id, unreachable(address));
    };
    connect(socket.get(), &QTcpSocket::errorOccurred, this, giveUp, Qt::QueuedConnection);
    QTimer::singleShot(connectTime, socket.get(), giveUp);
    connect(socket.get(), &QTcpSocket::connected, this, [this, id, address, port] {
        auto calling = calling_.extract(id);
        if (calling.empty())
            return;
        calling.mapped()->disconnect(this);
        Peer peer;
        peer.address = numeric(calling.mapped()->peerAddress());
        peer.called = true;
        peer.ownAddress = numeric(calling.mapped()->localAddress());
        peer.host = address;
        peer.port = port;
        if (auto prepared = prepareIdentity(); !prepared)
            Q_EMIT closed(id, prepared.error());
        else
            add(id, std::move(calling.mapped()), TlsStream::Side::client, std::move(peer));
    });
    QTcpSocket *calls = socket.get();
    calling_.emplace(id, std::move(socket));
    calls->connectToHost(host, port);
}

void MemberPort::send(ChannelId id, const Frame &frame)
{
    if (const auto open = channels_.find(id); open != channels_.end() && open->second.isOpen)
        open->second.channel->send(frame);
}

void MemberPort::keep(ChannelId id)
{
    if (const auto open = channels_.find(id); open != channels_.end())
        open->second.isKept = true;
}

void MemberPort::close(ChannelId id)
{
    if (calling_.erase(id) > 0)
        return;
    const auto open = channels_.extract(id);
    if (open.empty())
        return;
    Channel *channel = open.mapped().channel.release();
    channel->disconnect(this);
    channel->close();
    channel->deleteLater(); // it may be what called us
    Q_EMIT gone(id);
}

std::optional<Peer> MemberPort::memberAt(ChannelId id) const
{
    const auto open = channels_.find(id);
    return open != channels_.end() && open->second.isMember ? std::optional(open->second.peer) : std::nullopt;
}

void MemberPort::accept()
{
    while (QTcpSocket *socket = server_.nextPendingConnection()) {
        std::unique_ptr<QTcpSocket> transport(socket);
        socket->setParent(nullptr);
        socket->setReadBufferSize(TlsStream::readLimitBytes);
        const std::string address = numeric(socket->peerAddress());
        if (!prepareIdentity() || !makeRoomFor(address)) {
            socket->abort();
            continue;
        }
        Peer peer;
        peer.address = address;
        peer.ownAddress = numeric(socket->localAddress());
        add(newId(), std::move(transport), TlsStream::Side::server, std::move(peer));
    }
}

bool MemberPort::makeRoomFor(const std::string &address)
{
    std::size_t strangers = 0;
    std::size_t ofAddress = 0;
    ChannelId oldest = 0;
    for (const auto &[id, open] : channels_) {
        if (open.isMember || open.peer.called)
            continue;
        ++strangers;
        ofAddress += open.peer.address == address ? 1 : 0;
        if (oldest == 0 && !open.isKept)
            oldest = id;
    }
    if (ofAddress >= mostStrangersOfOneAddress)
        return false;
    if (strangers < mostStrangers)
        return true;
    if (oldest == 0)
        return false;
    // The oldest has had the most time to show that it is a member.
    end(oldest, unreachable(channels_.at(oldest).peer.address));
    return true;
}

Result<void> MemberPort::prepareIdentity()
{
    if (identity_)
        return {};
    if (!deviceKey_)
        return failure(ErrorCode::vault_locked);
    identity_ = TRY(TlsIdentity::of(*deviceKey_));
    return {};
}

void MemberPort::add(ChannelId id, std::unique_ptr<QIODevice> transport, TlsStream::Side side, Peer peer)
{
    auto channel = std::make_unique<Channel>(std::move(transport), side, identity_);
    Channel *added = channel.get();
    connect(added, &Channel::opened, this, [this, id] { isOpened(id); });
    connect(added, &Channel::received, this, [this, id](const Frame &frame) { hear(id, frame); });
    connect(added, &Channel::closed, this, [this, id](const std::optional<Error> &error) {
        const auto open = channels_.find(id);
        if (open != channels_.end())
            end(id, error.value_or(unreachable(open->second.peer.address)));
    });
    Open open;
    open.channel = std::move(channel);
    open.peer = std::move(peer);
    channels_.emplace(id, std::move(open));
    if (!patience_.isActive())
        patience_.start();
    added->start();
}

void MemberPort::isOpened(ChannelId id)
{
    Open &open = channels_.at(id);
    open.peer.key = *open.channel->peer();
    if (removed_.contains(open.peer.key))
        return sendAway(id);
    open.isOpen = true;
    open.isMember = members_.contains(open.peer.key);
    if (open.isMember)
        open.channel->setLimit(mostPayloadBytes);
    Q_EMIT opened(id, open.peer);
}

void MemberPort::hear(ChannelId id, const Frame &frame)
{
    Open &open = channels_.at(id);
    const bool isTooMuch = frame.kind > lastOfPairing || ++open.frames > mostFramesOfStrangers;
    if (!open.isMember && isTooMuch)
        return end(id, Error{ErrorCode::not_permitted, {}, {}});
    if (frame.kind >= firstOfStreams)
        Q_EMIT streamReceived(id, frame);
    else
        Q_EMIT received(id, frame);
}

void MemberPort::end(ChannelId id, const Error &error)
{
    const auto open = channels_.find(id);
    if (open == channels_.end())
        return;
    log::write(log::Level::debug, "peer", "a channel ended: " + std::string(name(error.code)));
    const bool isNews = open->second.isOpen || open->second.peer.called;
    close(id);
    if (isNews)
        Q_EMIT closed(id, error);
}

void MemberPort::sendAway(ChannelId id)
{
    const auto open = channels_.find(id);
    if (open == channels_.end())
        return;
    if (removed_.contains(open->second.peer.key))
        open->second.channel->send({FrameKind::removed, {}});
    end(id, Error{ErrorCode::not_permitted, {}, {}});
}

void MemberPort::sendIdleAway()
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<ChannelId> idle;
    bool hasStrangers = false;
    for (const auto &[id, open] : channels_) {
        if (open.isMember || open.isKept)
            continue;
        hasStrangers = true;
        if (now - open.since > strangersPatience)
            idle.push_back(id);
    }
    for (const ChannelId id : idle)
        end(id, Error{ErrorCode::pairing_expired, {}, {}});
    if (!hasStrangers)
        patience_.stop();
}

} // namespace freehold::peer
