// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/transport.h"
#include "api_wire/message.h"
#include "contract/codes.h"
#include "platform/peer_credentials/peer_credentials.h"
#include "support/result.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace freehold::api {

/// The way to another member that a client asked for.
struct Reached {
    QJsonValue answer; ///< for the client
    contract::Role role = contract::Role::guest; ///< that the other member was told
    std::unique_ptr<Transport> engine; ///< null where it is this machine that was asked for
};

using AnswerCall = std::function<void(Result<QJsonValue>)>;
using AnswerReach = std::function<void(Result<Reached>)>;

/// Who answers. Called in the server's thread; `answer` is called there too, once, at once or later.
class Backend {
public:
    virtual ~Backend() = default;
    virtual void call(const platform::PeerCredentials &user, const std::string &method,
        const QJsonObject &parameters, AnswerCall answer)
        = 0;
    /// The call `member.reach`. By itself there are no other members.
    virtual void reach(
        const platform::PeerCredentials &user, const QJsonObject &parameters, const AnswerReach &answer);
};

/// The same for one client, whoever that is.
struct Answering {
    std::function<void(const std::string &method, const QJsonObject &parameters, AnswerCall answer)> call;
    /// Empty for a client from which no other member is reached.
    std::function<void(const QJsonObject &parameters, const AnswerReach &answer)> reach;
};

class Session;

/// JSON-RPC 2.0 on a local socket, and for clients that come another way. Local callers are known by what the
/// kernel says of them. Each client has its own bounds, so that a slow or greedy one is dropped and never
/// slows another. Main thread.
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
    /// One more client, which whoever calls this knows.
    void serve(std::unique_ptr<Transport> transport, Answering answering);
    /// To every client that watches.
    void notify(const std::string &method, const QJsonObject &parameters);
    /// Roles may have changed: ends the connections of those who watch and may not any more, and of those who
    /// talk to another member with a role that they don't have any more.
    void checkStandings();

private:
    struct Client {
        std::unique_ptr<Session> session;
        std::optional<std::uint32_t> userId; ///< of this machine
    };

    void accept();
    Session &add(
        std::unique_ptr<Transport> transport, Answering answering, std::optional<std::uint32_t> userId);
    /// Callers go by this copy, as a session that ends meanwhile leaves the list.
    [[nodiscard]] std::vector<QPointer<Session>> sessions() const;

    Backend &backend_;
    QLocalServer socket_;
    std::vector<Client> clients_;
};

} // namespace freehold::api
