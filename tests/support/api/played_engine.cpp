// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing_api/played_engine.h"

#include "contract/calls.h"
#include "support/json.h"

#include <QLocalSocket>

namespace freehold::testing {

PlayedEngine::PlayedEngine(const QString &path)
{
    QObject::connect(&server_, &QLocalServer::newConnection, &server_, [this] {
        socket_ = server_.nextPendingConnection();
        ++connections;
        QObject::connect(socket_, &QLocalSocket::readyRead, &server_, [this] { read(); });
    });
    give("hello", json::write(contract::Greeting{1, "0.1", contract::Role::owner}));
    give("watch", QJsonObject());
    server_.listen(path);
}

PlayedEngine::~PlayedEngine() = default;

void PlayedEngine::give(const std::string &method, Result<QJsonValue> result)
{
    answers_.insert_or_assign(method, std::move(result));
}

void PlayedEngine::answer(const api::Request &request, const Result<QJsonValue> &result)
{
    say(encode(api::Response{request.id, result}));
}

void PlayedEngine::say(const QByteArray &bytes)
{
    socket_->write(bytes);
}

void PlayedEngine::hangUp()
{
    socket_->abort();
}

void PlayedEngine::read()
{
    reader_.append(socket_->readAll());
    while (const auto line = reader_.next().value())
        take(std::get<api::Request>(api::decode(*line).value()));
}

void PlayedEngine::take(const api::Request &request)
{
    asked[request.method] = request.parameters;
    methods.push_back(request.method);
    if (request.method == "watch")
        ++watches;
    const auto laidReady = answers_.find(request.method);
    if (laidReady == answers_.end())
        requests.push_back(request);
    else
        answer(request, laidReady->second);
}

} // namespace freehold::testing
