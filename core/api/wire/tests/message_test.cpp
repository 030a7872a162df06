// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/line_reader.h"
#include "api_wire/message.h"

#include <QJsonDocument>
#include <QTest>

using namespace freehold;
using namespace freehold::api;

namespace {

std::string partRefused(const QByteArray &line)
{
    const auto message = decode(line);
    if (message || message.error().code != ErrorCode::message_malformed)
        return {};
    return message.error().arguments.at("part");
}

Message again(const auto &message)
{
    return decode(encode(message)).value();
}

int numberOf(const Error &error)
{
    const QByteArray line = encode(Response{std::nullopt, std::unexpected(error)});
    return QJsonDocument::fromJson(line)[u"error"][u"code"].toInt();
}

} // namespace

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormSurvivesTheWire()
    {
        const QJsonObject parameters{{QStringLiteral("name"), QStringLiteral("Küche\n\"1\"")}};
        const Request byNumber{std::int64_t{7}, "device.rename", parameters};
        const Request byText{"seven", "status", {}};
        const NotificationMessage notification{"device.changed", parameters};
        const Response answer{MessageId("seven"), QJsonValue(parameters)};
        QVERIFY(std::get<Request>(again(byNumber)) == byNumber);
        QVERIFY(std::get<Request>(again(byText)) == byText);
        QVERIFY(std::get<NotificationMessage>(again(notification)) == notification);
        QVERIFY(std::get<Response>(again(answer)) == answer);
    }

    void aRefusalKeepsItsFactsAndProblems()
    {
        const Error error{ErrorCode::documents_invalid, {{"count", "1"}},
            {{"house.toml", "name", 3, ErrorCode::value_text, {{"value", "\u0007"}}}}};
        const Response refusal{MessageId(std::int64_t{1}), std::unexpected(error)};
        QVERIFY(std::get<Response>(again(refusal)) == refusal);
        const Response withoutId{std::nullopt, std::unexpected(error)};
        QVERIFY(std::get<Response>(again(withoutId)) == withoutId);
    }

    void aMessageIsOneLine()
    {
        const QByteArray line
            = encode(NotificationMessage{"x", {{QStringLiteral("text"), QStringLiteral("two\nlines")}}});
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
    }

    void numbersOfErrorsAreJsonRpcs()
    {
        QCOMPARE(numberOf(decode("{").error()), -32700);
        QCOMPARE(numberOf(decode("[]").error()), -32600);
        QCOMPARE(numberOf({ErrorCode::message_too_large, {}, {}}), -32600);
        QCOMPARE(numberOf({ErrorCode::method_unknown, {}, {}}), -32601);
        QCOMPARE(numberOf({ErrorCode::parameters_invalid, {}, {}}), -32602);
        QCOMPARE(numberOf({ErrorCode::disk_full, {}, {}}), 1);
    }

    void anUnknownRefusalOfANewerEngineIsStillARefusal()
    {
        const auto message
            = decode(R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"moon-too-full"}})");
        QVERIFY(message);
        QCOMPARE(std::get<Response>(*message).result.error().code, ErrorCode::internal);
    }

    void whatIsNotAMessageIsRefusedByPart_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<std::string>("part");
        const auto row = [](const char *line, const char *part) {
            QTest::newRow(line) << QByteArray(line) << std::string(part);
        };
        row("", "json");
        row("garbage", "json");
        row("{\"a\":\"\xff\"}", "json");
        row("[]", "batch");
        row(R"([{"jsonrpc":"2.0","id":1,"method":"x"}])", "batch");
        row("{}", "version");
        row(R"({"jsonrpc":2.0,"id":1,"method":"x"})", "version");
        row(R"({"jsonrpc":"1.0","id":1,"method":"x"})", "version");
        row(R"({"jsonrpc":"2.0","id":1.5,"method":"x"})", "id");
        row(R"({"jsonrpc":"2.0","id":null,"method":"x"})", "id");
        row(R"({"jsonrpc":"2.0","id":{},"method":"x"})", "id");
        row(R"({"jsonrpc":"2.0","id":1,"method":7})", "method");
        row(R"({"jsonrpc":"2.0","id":1,"method":"x","params":[1]})", "params");
        row(R"({"jsonrpc":"2.0","id":1,"method":"x","params":null})", "params");
        row(R"({"jsonrpc":"2.0","id":1,"method":"x","more":1})", "members");
        row(R"({"jsonrpc":"2.0","result":1})", "id");
        row(R"({"jsonrpc":"2.0","id":null,"result":1})", "id");
        row(R"({"jsonrpc":"2.0","id":1})", "result");
        row(R"({"jsonrpc":"2.0","id":1,"result":1,"error":{}})", "result");
        row(R"({"jsonrpc":"2.0","id":1,"error":"no"})", "error");
        row(R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x","data":[]}})", "error");
    }
    void whatIsNotAMessageIsRefusedByPart()
    {
        QFETCH(QByteArray, line);
        QFETCH(std::string, part);
        QCOMPARE(partRefused(line), part);
    }

    void aDeepMessageIsRefused()
    {
        const QByteArray deep = R"({"jsonrpc":"2.0","id":1,"result":)" + QByteArray(100'000, '[')
            + QByteArray(100'000, ']') + '}';
        QCOMPARE(partRefused(deep), std::string("json"));
    }

    void linesComeWholeHoweverTheyAreCut()
    {
        const QByteArray stream = "one\n\ntwo\nthr";
        LineReader reader;
        QList<QByteArray> lines;
        for (const char byte : stream) {
            reader.append(QByteArray(1, byte));
            while (const auto line = reader.next().value())
                lines += *line;
        }
        QCOMPARE(lines, (QList<QByteArray>{"one", "", "two"}));
    }

    void aLineMayReachTheLimitAndNoMore()
    {
        LineReader reader;
        reader.append(QByteArray(messageLimitBytes - 1, 'x') + '\n');
        QCOMPARE(reader.next().value()->size(), messageLimitBytes - 1);
        reader.append(QByteArray(messageLimitBytes + 1, 'x'));
        const auto refused = reader.next();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::message_too_large);
    }
};

QTEST_GUILESS_MAIN(MessageTest)
#include "message_test.moc"
