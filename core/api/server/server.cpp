// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/server.h"

#include "api_server/local_transport.h"
#include "api_server/session.h"
#include "contract/member_calls.h"
#include "support/file.h"
#include "support/json.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::api {

void Backend::reach(const platform::PeerCredentials &, const QJsonObject &, const AnswerReach &answer)
{
    answer(failure(ErrorCode::method_unknown, {{"method", std::string(contract::MemberReach::info.method)}}));
}

Server::Server(Backend &backend)
    : backend_(backend)
{
    connect(&socket_, &QLocalServer::newConnection, this, &Server::accept);
}

Server::~Server()
{
    // A connection that ends with its session is no news any more.
    for (const Client &client : clients_)
        client.session->disconnect(this);
}

Result<void> Server::listen(const std::string &path, Door door)
{
    const auto place = std::filesystem::path(path);
    if (auto made = file::makeFolder(place.parent_path()); !made)
        return made;
    socket_.setSocketOptions(
        door == Door::own_user ? QLocalServer::UserAccessOption : QLocalServer::WorldAccessOption);
    const QString name = json::toQString(path);
    // An engine of another data folder may listen there. Where nobody takes the connection, the name is left
    // over; a local socket tells at once.
    constexpr int patienceMs = 1'000;
    QLocalSocket probe;
    probe.connectToServer(name);
    if (probe.waitForConnected(patienceMs))
        return failure(ErrorCode::socket_unusable, {{"place", path}, {"why", "taken"}});
    QLocalServer::removeServer(name);
    if (!socket_.listen(name))
        return failure(
            ErrorCode::socket_unusable, {{"place", path}, {"system", socket_.errorString().toStdString()}});
    return {};
}

void Server::accept()
{
    while (QLocalSocket *taken = socket_.nextPendingConnection()) {
        std::unique_ptr<QLocalSocket> socket(taken);
        const auto user = platform::peerCredentials(socket->socketDescriptor());
        if (!user) {
            log::write(log::Level::warning, "api", "a client whose user is unknown was refused");
            socket.release()->deleteLater();
            continue;
        }
        if (std::ranges::count(clients_, std::optional(user->userId), &Client::userId) >= sessionsOfOneUser) {
            log::write(log::Level::warning, "api", "a user has too many connections; one was refused");
            socket->abort();
            socket.release()->deleteLater();
            continue;
        }
        Answering answering{
            [this, user = *user](const std::string &method, const QJsonObject &parameters,
                AnswerCall answer) { backend_.call(user, method, parameters, std::move(answer)); },
            [this, user = *user](const QJsonObject &parameters, const AnswerReach &answer) {
                backend_.reach(user, parameters, answer);
            }};
        Session &session
            = add(std::make_unique<LocalTransport>(std::move(socket)), std::move(answering), user->userId);
        connect(&session, &Session::strangerFound, this, [this, userId = user->userId, found = &session] {
            const auto isSameStranger
                = [&](const Client &other) { return other.session->isStranger() && other.userId == userId; };
            if (std::ranges::count_if(clients_, isSameStranger) > sessionsOfOneStranger)
                found->abort();
        });
    }
}

void Server::serve(std::unique_ptr<Transport> transport, Answering answering)
{
    add(std::move(transport), std::move(answering), std::nullopt);
}

Session &Server::add(
    std::unique_ptr<Transport> transport, Answering answering, std::optional<std::uint32_t> userId)
{
    auto session = std::make_unique<Session>(std::move(transport), std::move(answering));
    Session &added = *session;
    connect(&added, &Session::ended, this, [this, gone = &added] {
        const auto found
            = std::ranges::find(clients_, gone, [](const Client &client) { return client.session.get(); });
        if (found == clients_.end())
            return;
        found->session.release()->deleteLater();
        clients_.erase(found);
    });
    clients_.push_back({std::move(session), userId});
    return added;
}

std::vector<QPointer<Session>> Server::sessions() const
{
    std::vector<QPointer<Session>> sessions;
    for (const Client &client : clients_)
        sessions.emplace_back(client.session.get());
    return sessions;
}

void Server::notify(const std::string &method, const QJsonObject &parameters)
{
    if (std::ranges::none_of(clients_, [](const Client &client) { return client.session->isWatching(); }))
        return;
    const QByteArray line = encode(NotificationMessage{method, parameters});
    if (line.size() > messageLimitBytes) {
        // No client could read it, nor anything after it.
        log::write(log::Level::warning, "api", "a notification is too large to be sent: " + method);
        return;
    }
    for (const auto &session : sessions()) {
        if (session)
            session->notify(line);
    }
}

void Server::checkStandings()
{
    for (const auto &session : sessions()) {
        if (session)
            session->checkStanding();
    }
}

} // namespace freehold::api
