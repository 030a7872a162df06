// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/session.h"

#include "contract/engine_calls.h"

#include <QPointer>
#include <QThread>

namespace freehold::api {

Session::Session(QLocalSocket *socket, platform::PeerCredentials user, Backend &backend)
    : socket_(socket)
    , user_(std::move(user))
    , backend_(backend)
{
    socket_->setParent(nullptr);
    // What we don't read stays with the client, whose own writing then waits.
    socket_->setReadBufferSize(messageLimitBytes);
    connect(socket_.get(), &QLocalSocket::readyRead, this, &Session::readLines);
    connect(socket_.get(), &QLocalSocket::disconnected, this, &Session::ended);
}

void Session::readLines()
{
    while (open_ < callLimit && socket_->state() == QLocalSocket::ConnectedState) {
        auto line = lines_.next();
        if (!line) {
            answer({std::nullopt, std::unexpected(line.error())});
            socket_->disconnectFromServer();
            return;
        }
        if (*line) {
            take(**line);
            continue;
        }
        if (socket_->bytesAvailable() == 0)
            return;
        lines_.append(socket_->readAll());
    }
}

void Session::take(const QByteArray &line)
{
    auto message = decode(line);
    if (!message)
        return answer({std::nullopt, std::unexpected(message.error())});
    const auto *request = std::get_if<Request>(&*message);
    // Clients have nothing to notify of, and nothing was asked of them.
    if (request == nullptr)
        return answer({std::nullopt, failure(ErrorCode::message_malformed, {{"part", "id"}})});
    ++open_;
    const QPointer<Session> self(this);
    const bool watches = request->method == contract::Watch::info.method;
    backend_.call(user_, request->method, request->parameters,
        [self, id = request->id, watches](Result<QJsonValue> result) {
            if (!self)
                return;
            // In a later turn: an answer at once must not read the next line within this one.
            QMetaObject::invokeMethod(
                self,
                [self, id, watches, result = std::move(result)] {
                    --self->open_;
                    self->watching_ = self->watching_ || (watches && result);
                    self->answer({id, result});
                    self->readLines();
                },
                Qt::QueuedConnection);
        });
}

void Session::answer(const Response &response)
{
    write(encode(response));
}

void Session::checkWatching()
{
    const QPointer<Session> self(this);
    backend_.call(
        user_, std::string(contract::Watch::info.method), {}, [self](const Result<QJsonValue> &may) {
            if (!self || may)
                return;
            self->watching_ = false;
            self->socket_->disconnectFromServer();
        });
}

void Session::notify(const QByteArray &line)
{
    if (watching_)
        write(line);
}

void Session::write(const QByteArray &line)
{
    if (socket_->state() != QLocalSocket::ConnectedState)
        return;
    if (socket_->bytesToWrite() + line.size() > backlogLimitBytes) {
        socket_->abort();
        return;
    }
    socket_->write(line);
}

} // namespace freehold::api
