// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_wire/engine_sockets.h"
#include "api_wire/message.h"
#include "contract/calls.h"
#include "support/json.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace freehold::api {

class Connection;

enum class ConnectionState : std::uint8_t {
    searching, ///< no engine has answered yet
    connected,
    lost, ///< there was one; trying again, at growing intervals up to a cap
};

/// A connection to an engine, kept up by itself: JSON-RPC 2.0, one message a line, over a local socket.
/// Lives in the thread that made it. Answers come in later turns of the event loop, never within call().
class Client : public QObject {
    Q_OBJECT

public:
    explicit Client(std::vector<std::string> socketPaths, QObject *parent = nullptr);
    ~Client() override;

    void start();
    /// Has all calls answered by another member of the house, by its id or its device's name, over this
    /// machine's engine; empty: by that engine itself. A connection that stands is made anew. Where the
    /// member can't be reached, attempts fail with peer_unreachable.
    void setMember(const std::string &member);
    [[nodiscard]] const std::string &member() const { return member_; }
    /// What that member's device is called; meaningful while connected to one.
    [[nodiscard]] const std::string &memberName() const { return memberName_; }
    [[nodiscard]] ConnectionState state() const { return state_; }
    /// What the engine said in its greeting; meaningful while connected.
    [[nodiscard]] const contract::Greeting &greeting() const { return greeting_; }
    /// The socket that is tried or connected.
    [[nodiscard]] std::string place() const;

    /// Calls the engine. `done` comes once, unless `context` goes first; without a connection, and where
    /// the engine goes away meanwhile, it is told engine_unreachable.
    template <contract::Call Parameters>
    void call(const Parameters &parameters, QObject *context,
        std::function<void(Result<typename Parameters::Result>)> done)
    {
        send(Parameters::info.method, json::write(parameters).toObject(), context,
            [done = std::move(done)](Result<QJsonValue> answer) {
                if (!answer)
                    done(std::unexpected(std::move(answer).error()));
                else
                    done(json::read<typename Parameters::Result, json::UnknownFields::ignored>(
                        *answer, "result"));
            });
    }

    /// Has every notification of a type told, for as long as `context` lives. The first subscription
    /// makes the client watch.
    template <contract::Notification Type>
    void subscribe(QObject *context, std::function<void(const Type &)> handler)
    {
        addHandler(Type::method, context, [handler = std::move(handler)](const QJsonObject &fields) {
            if (const auto value = json::read<Type, json::UnknownFields::ignored>(fields, ""))
                handler(*value);
        });
    }

    /// Every notification as it came, the whole message, for `freeholdctl watch`.
    void subscribeToAll(QObject *context, std::function<void(const QJsonObject &message)> handler);

Q_SIGNALS:
    void stateChanged(freehold::api::ConnectionState state);
    /// All places were tried in vain; it goes on trying. `error` is what the first engine said that was there
    /// and refused, else engine_unreachable.
    void attemptFailed(const freehold::Error &error);

private:
    struct Handler {
        std::string method; ///< empty: all
        QPointer<QObject> context;
        std::function<void(const NotificationMessage &)> handle;
    };
    struct Pending {
        QPointer<QObject> context;
        std::function<void(Result<QJsonValue>)> done;
    };

    void send(std::string_view method, QJsonObject parameters, QObject *context,
        std::function<void(Result<QJsonValue>)> done);
    void addHandler(
        std::string_view method, QObject *context, std::function<void(const QJsonObject &)> handler);
    void request(std::string_view method, QJsonObject parameters, Pending pending);
    void tellLater(Pending pending, Error error);
    /// Says hello, and then goes on with the greeting of whoever is at the other end.
    void greet(void (Client::*goOn)(const contract::Greeting &));
    void greeted(const contract::Greeting &greeting);
    void reach();
    void welcome(const contract::Greeting &greeting);
    /// Why there is no engine where there was one.
    [[nodiscard]] Error unreachable() const;
    void watch();
    void lose();
    void receive(Message message);
    void notify(const NotificationMessage &notification);

    std::unique_ptr<Connection> connection_;
    ConnectionState state_ = ConnectionState::searching;
    contract::Greeting greeting_;
    std::string member_;
    std::string memberName_;
    bool isReached_ = false; ///< the member is at the other end
    QTimer greetingDeadline_;
    std::int64_t lastId_ = 0;
    std::map<std::int64_t, Pending> pending_;
    std::vector<Handler> handlers_;
    bool watching_ = false;
};

} // namespace freehold::api
