// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_client/connection.h"

#include "support/json.h"

#include <QPointer>

namespace freehold::api {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds firstWait = 100ms;
constexpr std::chrono::milliseconds longestWait = 5s;

} // namespace

Connection::Connection(std::vector<std::string> places)
    : places_(std::move(places))
    , nextWait_(firstWait)
{
    std::erase(places_, std::string());
    socket_.setReadBufferSize(messageLimitBytes);
    wait_.setSingleShot(true);
    connect(&wait_, &QTimer::timeout, this, &Connection::start);
    connect(&socket_, &QLocalSocket::connected, this, &Connection::connectionMade);
    connect(&socket_, &QLocalSocket::readyRead, this, &Connection::read);
    // Queued, because a place where nothing listens fails within connectToServer().
    connect(
        &socket_, &QLocalSocket::stateChanged, this,
        [this](QLocalSocket::LocalSocketState state) {
            if (state == QLocalSocket::UnconnectedState)
                connectionGone();
        },
        Qt::QueuedConnection);
}

void Connection::start()
{
    place_ = 0;
    reason_ = {ErrorCode::engine_unreachable, {}, {}};
    tryPlace();
}

void Connection::startAnew()
{
    nextWait_ = firstWait;
    if (wait_.isActive())
        waitAndStartAgain();
    else
        socket_.abort();
}

void Connection::tryPlace()
{
    if (place_ == places_.size()) {
        phase_ = Phase::idle;
        waitAndStartAgain();
        Q_EMIT attemptFailed(reason_);
        return;
    }
    phase_ = Phase::connecting;
    reader_.clear();
    socket_.connectToServer(json::toQString(places_[place_]));
}

void Connection::connectionMade()
{
    phase_ = Phase::greeting;
    Q_EMIT opened();
}

void Connection::establish()
{
    phase_ = Phase::established;
    nextWait_ = firstWait;
}

void Connection::giveUp(Error reason)
{
    if (reason_.code == ErrorCode::engine_unreachable)
        reason_ = std::move(reason);
    socket_.abort();
}

void Connection::connectionGone()
{
    const Phase before = std::exchange(phase_, Phase::idle);
    if (before == Phase::connecting && socket_.error() == QLocalSocket::SocketAccessError
        && reason_.code == ErrorCode::engine_unreachable)
        reason_ = {ErrorCode::not_permitted, {{"place", places_[place_]}}, {}};
    if (before == Phase::established) {
        waitAndStartAgain();
        Q_EMIT closed();
        return;
    }
    const QPointer<Connection> self = this;
    if (before == Phase::greeting)
        Q_EMIT closed();
    if (!self)
        return;
    ++place_;
    tryPlace();
}

void Connection::waitAndStartAgain()
{
    wait_.start(nextWait_);
    nextWait_ = std::min(nextWait_ * 2, longestWait);
}

void Connection::send(const QByteArray &line)
{
    socket_.write(line);
}

void Connection::read()
{
    // A receiver may destroy the client, and this with it.
    const QPointer<Connection> self = this;
    while (self && socket_.state() == QLocalSocket::ConnectedState && socket_.bytesAvailable() > 0) {
        reader_.append(socket_.readAll());
        while (self && socket_.state() == QLocalSocket::ConnectedState) {
            const auto line = reader_.next();
            if (line && !*line)
                break;
            auto message = line ? decode(**line) : std::unexpected(line.error());
            if (!message) {
                // Nothing after it can be trusted to be in step.
                giveUp(message.error());
                return;
            }
            Q_EMIT received(std::move(*message));
        }
    }
}

} // namespace freehold::api
