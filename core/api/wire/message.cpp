// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/message.h"

#include "support/json.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <array>

namespace freehold::api {

namespace {

using json::toQString;

// JSON-RPC 2.0 section 5.1, and one number for every refusal of Freehold's own: its name tells which.
constexpr int parseError = -32700;
constexpr int invalidRequest = -32600;
constexpr int methodNotFound = -32601;
constexpr int invalidParameters = -32602;
constexpr int refusal = 1;

std::unexpected<Error> malformed(const char *part)
{
    return failure(ErrorCode::message_malformed, {{"part", part}});
}

int numberFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::message_malformed: {
        const auto part = error.arguments.find("part");
        return part != error.arguments.end() && part->second == "json" ? parseError : invalidRequest;
    }
    case ErrorCode::message_too_large:
        return invalidRequest;
    case ErrorCode::method_unknown:
        return methodNotFound;
    case ErrorCode::parameters_invalid:
        return invalidParameters;
    default:
        return refusal;
    }
}

QJsonObject base()
{
    return {{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}};
}

QJsonValue write(const MessageId &id)
{
    if (const auto *number = std::get_if<std::int64_t>(&id))
        return static_cast<qint64>(*number);
    return toQString(std::get<std::string>(id));
}

QJsonObject write(const Problem &problem)
{
    return {{QStringLiteral("document"), toQString(problem.document)},
        {QStringLiteral("key"), toQString(problem.key)},
        {QStringLiteral("line"), static_cast<qint64>(problem.line)},
        {QStringLiteral("code"), toQString(name(problem.code))},
        {QStringLiteral("arguments"), json::write(problem.arguments)}};
}

QJsonObject write(const Error &error)
{
    QJsonArray problems;
    for (const auto &problem : error.problems)
        problems.append(write(problem));
    const QJsonObject data{
        {QStringLiteral("arguments"), json::write(error.arguments)}, {QStringLiteral("problems"), problems}};
    return {{QStringLiteral("code"), numberFor(error)},
        {QStringLiteral("message"), toQString(name(error.code))}, {QStringLiteral("data"), data}};
}

QByteArray line(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<MessageId> readId(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    constexpr qint64 none = -1;
    if (value.isDouble() && (value.toInteger(none) != none || value.toDouble() == double(none)))
        return value.toInteger();
    return std::nullopt;
}

bool hasOnly(const QJsonObject &object, std::initializer_list<QLatin1StringView> members)
{
    return std::ranges::all_of(
        object.keys(), [&](const QString &key) { return std::ranges::find(members, key) != members.end(); });
}

Result<Problem> readProblem(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QJsonValue code = object[u"code"];
    if (!value.isObject() || !code.isString())
        return malformed("error");
    Problem problem;
    problem.document = TRY(json::read<std::string>(object[u"document"], "document"));
    problem.key = TRY(json::read<std::string>(object[u"key"], "key"));
    problem.line = TRY(json::read<std::int64_t>(object[u"line"], "line"));
    problem.code = TRY(json::read<ErrorCode>(code, "code"));
    problem.arguments = TRY(json::read<Arguments>(object[u"arguments"], "arguments"));
    return problem;
}

/// What the other side refused with; or, on the failing side, why that can't be read.
Result<Error> readError(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() || !object[u"code"].isDouble() || !object[u"message"].isString())
        return malformed("error");
    Error error;
    // A newer engine may know more codes than its client.
    error.code = errorCodeFromName(object[u"message"].toString().toStdString()).value_or(ErrorCode::internal);
    if (!object.contains(u"data"))
        return error;
    const QJsonObject data = object[u"data"].toObject();
    auto arguments = json::read<Arguments>(data[u"arguments"], "arguments");
    if (!arguments || !data[u"problems"].isArray())
        return malformed("error");
    error.arguments = std::move(*arguments);
    for (const QJsonValue item : data[u"problems"].toArray()) {
        auto problem = readProblem(item);
        if (!problem)
            return malformed("error");
        error.problems.push_back(std::move(*problem));
    }
    return error;
}

Result<Message> readRequest(const QJsonObject &object)
{
    if (!hasOnly(object,
            {QLatin1StringView("jsonrpc"), QLatin1StringView("id"), QLatin1StringView("method"),
                QLatin1StringView("params")}))
        return malformed("members");
    if (!object[u"method"].isString())
        return malformed("method");
    if (object.contains(u"params") && !object[u"params"].isObject())
        return malformed("params");
    std::string method = object[u"method"].toString().toStdString();
    QJsonObject parameters = object[u"params"].toObject();
    if (!object.contains(u"id"))
        return NotificationMessage{std::move(method), std::move(parameters)};
    auto id = readId(object[u"id"]);
    if (!id)
        return malformed("id");
    return Request{std::move(*id), std::move(method), std::move(parameters)};
}

Result<Message> readResponse(const QJsonObject &object)
{
    if (!hasOnly(object,
            {QLatin1StringView("jsonrpc"), QLatin1StringView("id"), QLatin1StringView("result"),
                QLatin1StringView("error")}))
        return malformed("members");
    if (!object.contains(u"id"))
        return malformed("id");
    const bool hasError = object.contains(u"error");
    if (hasError == object.contains(u"result"))
        return malformed("result");
    const QJsonValue idValue = object[u"id"];
    auto id = readId(idValue);
    // Only a refusal may lack the id that it answers.
    if (!id && !(idValue.isNull() && hasError))
        return malformed("id");
    if (!hasError)
        return Response{std::move(id), object[u"result"]};
    return Response{std::move(id), std::unexpected(TRY(readError(object[u"error"])))};
}

} // namespace

QByteArray encode(const Request &request)
{
    QJsonObject message = base();
    message[u"id"] = write(request.id);
    message[u"method"] = toQString(request.method);
    message[u"params"] = request.parameters;
    return line(message);
}

QByteArray encode(const NotificationMessage &notification)
{
    QJsonObject message = base();
    message[u"method"] = toQString(notification.method);
    message[u"params"] = notification.parameters;
    return line(message);
}

QByteArray encode(const Response &response)
{
    QJsonObject message = base();
    message[u"id"] = response.id ? write(*response.id) : QJsonValue(QJsonValue::Null);
    if (response.result)
        message[u"result"] = *response.result;
    else
        message[u"error"] = write(response.result.error());
    return line(message);
}

Result<Message> decode(const QByteArray &line)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return malformed("json");
    if (document.isArray())
        return malformed("batch");
    const QJsonObject object = document.object();
    if (object[u"jsonrpc"].toString() != QStringLiteral("2.0"))
        return malformed("version");
    return object.contains(u"method") ? readRequest(object) : readResponse(object);
}

} // namespace freehold::api
