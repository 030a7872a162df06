// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

/// JSON-RPC 2.0 between an engine and its clients: one compact JSON message a line (LF), UTF-8. Batches and
/// parameters by position are refused. Pure; any thread.
namespace freehold::api {

/// What a request is known by until its answer comes. Numbers are whole.
using MessageId = std::variant<std::int64_t, std::string>;

struct Request {
    MessageId id;
    std::string method;
    QJsonObject parameters;
    friend bool operator==(const Request &, const Request &) = default;
};

/// A request without an id: nobody waits for an answer.
struct NotificationMessage {
    std::string method;
    QJsonObject parameters;
    friend bool operator==(const NotificationMessage &, const NotificationMessage &) = default;
};

struct Response {
    std::optional<MessageId> id; ///< nothing where the request's could not be read
    Result<QJsonValue> result;
    friend bool operator==(const Response &, const Response &) = default;
};

using Message = std::variant<Request, NotificationMessage, Response>;

/// Each gives one line with its LF.
[[nodiscard]] QByteArray encode(const Request &request);
[[nodiscard]] QByteArray encode(const NotificationMessage &notification);
[[nodiscard]] QByteArray encode(const Response &response);

/// One line, with or without its LF. Anything else than one message of the forms above is
/// `message_malformed`, whose argument `part` says what of it: json, batch, version, id, method, params,
/// result, error or members. The answer to such a line carries no id.
[[nodiscard]] Result<Message> decode(const QByteArray &line);

} // namespace freehold::api
