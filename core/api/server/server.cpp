// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/server.h"

#include "api_server/session.h"
#include "support/file.h"
#include "support/json.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::api {

Server::Server(Backend &backend)
    : backend_(backend)
{
    connect(&socket_, &QLocalServer::newConnection, this, &Server::accept);
}

Server::~Server() = default;

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
    while (QLocalSocket *socket = socket_.nextPendingConnection()) {
        const auto user = platform::peerCredentials(socket->socketDescriptor());
        if (!user) {
            log::write(log::Level::warning, "api", "a client whose user is unknown was refused");
            socket->deleteLater();
            continue;
        }
        const auto isTheirs = [&](const auto &session) { return session->user().userId == user->userId; };
        if (std::ranges::count_if(sessions_, isTheirs) >= sessionsOfOneUser) {
            log::write(log::Level::warning, "api", "a user has too many connections; one was refused");
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto session = std::make_unique<Session>(socket, *user, backend_);
        connect(session.get(), &Session::ended, this, [this, gone = session.get()] {
            const auto found = std::ranges::find(sessions_, gone, [](const auto &one) { return one.get(); });
            if (found == sessions_.end())
                return;
            found->release()->deleteLater();
            sessions_.erase(found);
        });
        connect(session.get(), &Session::strangerFound, this, [this, found = session.get()] {
            const auto isSameStranger = [&](const auto &other) {
                return other->isStranger() && other->user().userId == found->user().userId;
            };
            if (std::ranges::count_if(sessions_, isSameStranger) > sessionsOfOneStranger)
                found->abort();
        });
        sessions_.push_back(std::move(session));
    }
}

std::vector<QPointer<Session>> Server::watching() const
{
    // A session that ends while it is told leaves the list: callers go by this copy.
    std::vector<QPointer<Session>> watching;
    for (const auto &session : sessions_) {
        if (session->isWatching())
            watching.emplace_back(session.get());
    }
    return watching;
}

void Server::notify(const std::string &method, const QJsonObject &parameters)
{
    const auto sessions = watching();
    if (sessions.empty())
        return;
    const QByteArray line = encode(NotificationMessage{method, parameters});
    if (line.size() > messageLimitBytes) {
        // No client could read it, nor anything after it.
        log::write(log::Level::warning, "api", "a notification is too large to be sent: " + method);
        return;
    }
    for (const auto &session : sessions) {
        if (session)
            session->notify(line);
    }
}

void Server::checkWatchers()
{
    for (const auto &session : watching()) {
        if (session)
            session->checkWatching();
    }
}

} // namespace freehold::api
