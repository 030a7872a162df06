// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/session.h"

#include "contract/engine_calls.h"
#include "support/json.h"
#include "support/secret.h"

#include <QPointer>
#include <QThread>

namespace freehold::api {

Session::Session(QLocalSocket *socket, platform::PeerCredentials user, Backend &backend)
    : socket_(socket)
    , user_(std::move(user))
    , backend_(backend)
{
    socket_->setParent(nullptr);
    socket_->setReadBufferSize(strangersLimitBytes);
    connect(socket_.get(), &QLocalSocket::readyRead, this, &Session::readLines);
    connect(socket_.get(), &QLocalSocket::disconnected, this, &Session::ended);
    askStanding();
}

void Session::askStanding()
{
    const QPointer<Session> self(this);
    backend_.call(user_, std::string(contract::Hello::info.method), json::write(contract::Hello()).toObject(),
        [self](const Result<QJsonValue> &greeting) {
            const bool isStranger = !greeting && greeting.error().code == ErrorCode::not_permitted;
            // In a later turn: an answer at once would come before the session is in the server's list.
            if (self)
                QMetaObject::invokeMethod(
                    self,
                    [self, isStranger] { self->settle(isStranger ? Standing::stranger : Standing::known); },
                    Qt::QueuedConnection);
        });
}

void Session::settle(Standing standing)
{
    standing_ = standing;
    if (isStranger())
        lines_ = LineReader(strangersLimitBytes);
    // What we don't read stays with the client, whose own writing then waits.
    socket_->setReadBufferSize(isStranger() ? strangersLimitBytes : messageLimitBytes);
    if (isStranger())
        Q_EMIT strangerFound();
    readLines();
}

void Session::readLines()
{
    if (standing_ == Standing::asked)
        return;
    const int limit = isStranger() ? 1 : callLimit;
    while (open_ < limit && socket_->state() == QLocalSocket::ConnectedState) {
        auto line = lines_.next();
        if (!line) {
            answer({std::nullopt, std::unexpected(line.error())});
            socket_->disconnectFromServer();
            return;
        }
        if (*line) {
            take(std::move(**line));
            continue;
        }
        if (socket_->bytesAvailable() == 0)
            return;
        lines_.append(socket_->readAll());
    }
}

void Session::take(QByteArray line)
{
    auto message = decode(line);
    wipe(line); // it may hold a passphrase
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
                    if (self->isStranger())
                        self->socket_->disconnectFromServer();
                    else
                        self->readLines();
                },
                Qt::QueuedConnection);
        });
}

void Session::answer(const Response &response)
{
    QByteArray line = encode(response);
    if (line.size() > messageLimitBytes)
        line = encode(Response{response.id,
            failure(ErrorCode::message_too_large,
                {{"part", "answer"}, {"limit", std::to_string(messageLimitBytes)}})});
    write(line);
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
