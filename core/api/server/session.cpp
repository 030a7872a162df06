// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/session.h"

#include "contract/engine_calls.h"
#include "contract/member_calls.h"
#include "support/json.h"
#include "support/secret.h"

#include <QPointer>

namespace freehold::api {

Session::Session(std::unique_ptr<Transport> transport, Answering answering)
    : transport_(std::move(transport))
    , answering_(std::move(answering))
{
    transport_->setReadLimit(strangersLimitBytes);
    connect(transport_.get(), &Transport::readyRead, this, &Session::readLines);
    connect(transport_.get(), &Transport::closed, this, &Session::ended);
    askStanding();
}

void Session::askStanding()
{
    const QPointer<Session> self(this);
    answering_.call(std::string(contract::Hello::info.method), json::write(contract::Hello()).toObject(),
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
    transport_->setReadLimit(isStranger() ? strangersLimitBytes : messageLimitBytes);
    if (isStranger())
        Q_EMIT strangerFound();
    readLines();
}

bool Session::mayRead() const
{
    return standing_ != Standing::asked && !reach_ && transport_ && transport_->isOpen()
        && open_ < (isStranger() ? 1 : callLimit);
}

void Session::readLines()
{
    while (mayRead()) {
        auto line = lines_.next();
        if (!line) {
            answer({std::nullopt, std::unexpected(line.error())});
            transport_->close();
            return;
        }
        if (*line) {
            take(std::move(**line));
            continue;
        }
        const QByteArray bytes = transport_->read(messageLimitBytes);
        if (bytes.isEmpty())
            return;
        lines_.append(bytes);
    }
}

void Session::take(QByteArray line)
{
    auto message = decode(line);
    wipe(line); // it may hold a passphrase
    if (!message)
        return answer({std::nullopt, std::unexpected(message.error())});
    auto *request = std::get_if<Request>(&*message);
    // Clients have nothing to notify of, and nothing was asked of them.
    if (request == nullptr)
        return answer({std::nullopt, failure(ErrorCode::message_malformed, {{"part", "id"}})});
    if (request->method != contract::MemberReach::info.method || !answering_.reach || isStranger())
        return call(*request);
    reach_ = std::move(*request);
    reachIfQuiet();
}

void Session::call(const Request &request)
{
    ++open_;
    const QPointer<Session> self(this);
    const bool watches = request.method == contract::Watch::info.method;
    answering_.call(
        request.method, request.parameters, [self, id = request.id, watches](Result<QJsonValue> result) {
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
                        self->transport_->close();
                    else
                        self->readLines();
                    self->reachIfQuiet();
                },
                Qt::QueuedConnection);
        });
}

/// What was asked of this engine is answered before another speaks on the same connection.
void Session::reachIfQuiet()
{
    if (!reach_ || open_ > 0 || std::exchange(reaching_, true))
        return;
    const QPointer<Session> self(this);
    answering_.reach(reach_->parameters, [self, id = reach_->id](Result<Reached> reached) {
        if (self)
            self->reached(id, std::move(reached));
    });
}

void Session::reached(const MessageId &id, Result<Reached> reached)
{
    reach_.reset();
    reaching_ = false;
    if (!transport_->isOpen())
        return;
    answer({id, reached ? Result<QJsonValue>(reached->answer) : std::unexpected(reached.error())});
    if (!reached || !reached->engine) {
        QMetaObject::invokeMethod(this, &Session::readLines, Qt::QueuedConnection);
        return;
    }
    watching_ = false;
    role_ = reached->role;
    transport_->disconnect(this);
    relay_ = std::make_unique<Relay>(std::move(transport_), std::move(reached->engine), lines_.takeRest());
    connect(relay_.get(), &Relay::ended, this, &Session::ended);
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

void Session::checkStanding()
{
    if (watching_)
        checkWatching();
    else if (relay_)
        checkRole();
}

void Session::checkWatching()
{
    const QPointer<Session> self(this);
    answering_.call(std::string(contract::Watch::info.method), {}, [self](const Result<QJsonValue> &may) {
        if (!self || may || !self->transport_)
            return;
        self->watching_ = false;
        self->transport_->close();
    });
}

/// The other member was told a role, and is told another over a new connection alone.
void Session::checkRole()
{
    const QPointer<Session> self(this);
    answering_.call(std::string(contract::Hello::info.method), json::write(contract::Hello()).toObject(),
        [self](const Result<QJsonValue> &answer) {
            const auto greeting = answer.and_then([](const QJsonValue &value) {
                return json::read<contract::Greeting, json::UnknownFields::ignored>(value, "");
            });
            if (self && self->relay_ && (!greeting || greeting->role != self->role_))
                self->relay_->abort();
        });
}

void Session::notify(const QByteArray &line)
{
    if (watching_)
        write(line);
}

void Session::abort()
{
    if (relay_)
        relay_->abort();
    else
        transport_->abort();
}

void Session::write(const QByteArray &line)
{
    if (!transport_ || !transport_->isOpen())
        return;
    if (transport_->bytesToWrite() + line.size() > backlogLimitBytes) {
        transport_->abort();
        return;
    }
    transport_->write(line);
}

} // namespace freehold::api
