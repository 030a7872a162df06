// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_wire/message.h"
#include "platform/peer_credentials/peer_credentials.h"
#include "support/result.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace freehold::api {

/// Who answers. Called in the server's thread; `answer` is called there too, once, at once or later.
class Backend {
public:
    virtual ~Backend() = default;
    virtual void call(const platform::PeerCredentials &user, const std::string &method,
        const QJsonObject &parameters, std::function<void(Result<QJsonValue>)> answer)
        = 0;
};

class Session;

/// JSON-RPC 2.0 on a local socket. Callers are known by what the kernel says of them. Each client has its
/// own bounds, so that a slow or greedy one is dropped and never slows another. Main thread.
class Server : public QObject {
    Q_OBJECT

public:
    /// Who may connect: the engine's own user, or every user of the machine (each call is checked anyway).
    enum class Door : std::uint8_t { own_user, every_user };

    /// More than any person's programs open. Bounds what one user of the machine can take from the others.
    static constexpr std::ptrdiff_t sessionsOfOneUser = 64;
    /// Of a user without access, who is only told so.
    static constexpr std::ptrdiff_t sessionsOfOneStranger = 1;

    explicit Server(Backend &backend);
    ~Server() override;

    /// The socket gets its name here, so clients find it only when all else is ready. A left-over of an
    /// engine that is gone is replaced; a live engine's is socket_unusable with `why` "taken".
    /// Errors: socket_unusable.
    [[nodiscard]] Result<void> listen(const std::string &path, Door door);
    /// To every client that watches.
    void notify(const std::string &method, const QJsonObject &parameters);
    /// Roles may have changed: ends the connections of those who watch and may not any more.
    void checkWatchers();

private:
    void accept();
    [[nodiscard]] std::vector<QPointer<Session>> watching() const;

    Backend &backend_;
    QLocalServer socket_;
    std::vector<std::unique_ptr<Session>> sessions_;
};

} // namespace freehold::api
