// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_client/client.h"

#include "api_client/connection.h"

namespace freehold::api {

namespace {

using namespace std::chrono_literals;
/// Something that takes a connection and doesn't greet is no engine that can be waited for.
constexpr std::chrono::milliseconds longestGreeting = 5s;

} // namespace

Client::Client(std::vector<std::string> socketPaths, QObject *parent)
    : QObject(parent)
    , connection_(std::make_unique<Connection>(std::move(socketPaths)))
{
    greetingDeadline_.setSingleShot(true);
    connect(&greetingDeadline_, &QTimer::timeout, this, [this] { connection_->giveUp(unreachable()); });
    connect(connection_.get(), &Connection::opened, this, [this] { greet(&Client::greeted); });
    connect(connection_.get(), &Connection::closed, this, &Client::lose);
    connect(connection_.get(), &Connection::received, this, &Client::receive);
    connect(connection_.get(), &Connection::attemptFailed, this, &Client::attemptFailed);
}

Client::~Client() = default;

void Client::start()
{
    connection_->start();
}

std::string Client::place() const
{
    return connection_->place();
}

void Client::setMember(const std::string &member)
{
    if (member == member_)
        return;
    member_ = member;
    connection_->startAnew();
}

Error Client::unreachable() const
{
    if (isReached_)
        return {ErrorCode::peer_unreachable, {{"member", memberName_}}, {}};
    return {ErrorCode::engine_unreachable, {}, {}};
}

void Client::greet(void (Client::*goOn)(const contract::Greeting &))
{
    greetingDeadline_.start(longestGreeting);
    request(contract::Hello::info.method, json::write(contract::Hello()).toObject(),
        {this, [this, goOn](Result<QJsonValue> answer) {
             if (!answer) {
                 connection_->giveUp(std::move(answer).error());
                 return;
             }
             if (const auto greeting
                 = json::read<contract::Greeting, json::UnknownFields::ignored>(*answer, "result"))
                 (this->*goOn)(*greeting);
             else
                 connection_->giveUp({ErrorCode::version_unsupported, {}, {}});
         }});
}

void Client::greeted(const contract::Greeting &greeting)
{
    if (member_.empty())
        welcome(greeting);
    else
        reach();
}

void Client::reach()
{
    request(contract::MemberReach::info.method, json::write(contract::MemberReach{member_}).toObject(),
        {this, [this](const Result<QJsonValue> &answer) {
             const auto reached = answer.and_then([](const QJsonValue &value) {
                 return json::read<contract::ReachedMember, json::UnknownFields::ignored>(value, "result");
             });
             if (!reached)
                 return connection_->giveUp(reached.error());
             memberName_ = reached->name;
             isReached_ = true;
             greet(&Client::welcome);
         }});
}

void Client::welcome(const contract::Greeting &greeting)
{
    greetingDeadline_.stop();
    connection_->establish();
    greeting_ = greeting;
    state_ = ConnectionState::connected;
    watch();
    Q_EMIT stateChanged(state_);
}

void Client::watch()
{
    if (watching_ || handlers_.empty() || state_ != ConnectionState::connected)
        return;
    watching_ = true;
    request(contract::Watch::info.method, {}, {this, [this](Result<QJsonValue> answer) {
                                                   if (!answer)
                                                       connection_->giveUp(std::move(answer).error());
                                               }});
}

void Client::lose()
{
    greetingDeadline_.stop();
    watching_ = false;
    const bool wasConnected = state_ == ConnectionState::connected;
    if (wasConnected)
        state_ = ConnectionState::lost;
    const QPointer<Client> self = this;
    const Error reason = unreachable();
    for (auto &[id, pending] : std::exchange(pending_, {})) {
        if (pending.context)
            pending.done(std::unexpected(reason));
        if (!self)
            return;
    }
    isReached_ = false;
    if (wasConnected)
        Q_EMIT stateChanged(state_);
}

void Client::send(std::string_view method, QJsonObject parameters, QObject *context,
    std::function<void(Result<QJsonValue>)> done)
{
    Pending pending{context, std::move(done)};
    if (state_ == ConnectionState::connected)
        request(method, std::move(parameters), std::move(pending));
    else
        tellLater(std::move(pending), unreachable());
}

void Client::request(std::string_view method, QJsonObject parameters, Pending pending)
{
    const std::int64_t id = ++lastId_;
    const QByteArray line = encode(Request{id, std::string(method), std::move(parameters)});
    if (line.size() > messageLimitBytes) {
        tellLater(std::move(pending),
            {ErrorCode::message_too_large, {{"limit", std::to_string(messageLimitBytes)}}, {}});
        return;
    }
    pending_.emplace(id, std::move(pending));
    connection_->send(line);
}

void Client::tellLater(Pending pending, Error error)
{
    QTimer::singleShot(0, this, [pending = std::move(pending), error = std::move(error)] {
        if (pending.context)
            pending.done(std::unexpected(error));
    });
}

void Client::receive(Message message)
{
    if (const auto *notification = std::get_if<NotificationMessage>(&message)) {
        notify(*notification);
        return;
    }
    auto *response = std::get_if<Response>(&message);
    const auto *id = response && response->id ? std::get_if<std::int64_t>(&*response->id) : nullptr;
    const auto found = id ? pending_.find(*id) : pending_.end();
    if (found == pending_.end()) {
        connection_->giveUp({ErrorCode::message_malformed, {{"part", "id"}}, {}});
        return;
    }
    const Pending pending = std::move(found->second);
    pending_.erase(found);
    if (pending.context)
        pending.done(std::move(response->result));
}

void Client::notify(const NotificationMessage &notification)
{
    std::erase_if(handlers_, [](const Handler &handler) { return !handler.context; });
    // A copy, because a handler may subscribe, or be the last that holds the client.
    const auto handlers = handlers_;
    const QPointer<Client> self = this;
    for (const Handler &handler : handlers) {
        if (!self)
            return;
        if (!handler.context || (!handler.method.empty() && handler.method != notification.method))
            continue;
        handler.handle(notification);
    }
}

void Client::addHandler(
    std::string_view method, QObject *context, std::function<void(const QJsonObject &)> handler)
{
    handlers_.push_back({std::string(method), context,
        [handler = std::move(handler)](
            const NotificationMessage &notification) { handler(notification.parameters); }});
    watch();
}

void Client::subscribeToAll(QObject *context, std::function<void(const QJsonObject &message)> handler)
{
    handlers_.push_back(
        {{}, context, [handler = std::move(handler)](const NotificationMessage &notification) {
             handler({{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                 {QStringLiteral("method"), json::toQString(notification.method)},
                 {QStringLiteral("params"), notification.parameters}});
         }});
    watch();
}

} // namespace freehold::api
