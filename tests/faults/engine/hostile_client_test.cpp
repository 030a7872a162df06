// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace freehold::testing;

/// Clients that send what is no message, or never read: they get a code or are dropped, and nobody else
/// notices.
class HostileClientTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<EngineAtWork> engine_;

    static QString codeOf(const QByteArray &line)
    {
        return QJsonDocument::fromJson(line)
            .object()
            .value(QStringLiteral("error"))
            .toObject()
            .value(QStringLiteral("message"))
            .toString();
    }

    bool serves() { return engine_->client()->call("status").has_value(); }

private Q_SLOTS:
    void initTestCase()
    {
        engine_ = std::make_unique<EngineAtWork>(folder_.path().toStdString() + "/data");
        QVERIFY(engine_->start());
        QCOMPARE(engine_->ctl({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
    }

    void whatIsNoCallIsAnsweredWithItsCode_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &line, const char *code) {
            QTest::newRow(name) << line << QString::fromUtf8(code);
        };
        row("no JSON", "hello", "message-malformed");
        row("half an object", R"({"jsonrpc":"2.0","id":1,)", "message-malformed");
        row("a list", "[]", "message-malformed");
        row("a number", "5", "message-malformed");
        row("nested too deep", QByteArray(100'000, '['), "message-malformed");
        row("bytes that are no UTF-8", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\xfe\"}",
            "message-malformed");
        row("another version", R"({"jsonrpc":"1.0","id":1,"method":"status"})", "message-malformed");
        row("an answer that nobody asked for", R"({"jsonrpc":"2.0","id":1,"result":{}})",
            "message-malformed");
        row("a notification", R"({"jsonrpc":"2.0","method":"status","params":{}})", "message-malformed");
        row("a call that there is not", R"({"jsonrpc":"2.0","id":1,"method":"house.burn","params":{}})",
            "method-unknown");
        row("a parameter that there is not",
            R"({"jsonrpc":"2.0","id":1,"method":"house.show","params":{"x":1}})", "parameters-invalid");
        row("a parameter of another type",
            R"({"jsonrpc":"2.0","id":1,"method":"change.undo","params":{"id":1}})", "parameters-invalid");
        row("a missing parameter", R"({"jsonrpc":"2.0","id":1,"method":"change.undo","params":{}})",
            "parameters-invalid");
        row("a number beyond all",
            R"({"jsonrpc":"2.0","id":1,"method":"change.list","params":{"limit":1e300}})",
            "parameters-invalid");
    }
    void whatIsNoCallIsAnsweredWithItsCode()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        const auto client = engine_->client();
        client->send(line + '\n');
        const QByteArray answer = client->line();
        QVERIFY2(codeOf(answer) == code, answer.constData());
        QVERIFY(client->call("status").has_value());
    }

    void aMessageWithoutEndIsRefused()
    {
        const auto client = engine_->client();
        const QByteArray piece(1024 * 1024, 'x');
        QByteArray answer;
        for (int at = 0; at < 64 && client->isConnected() && answer.isEmpty(); ++at) {
            client->send(piece);
            answer = client->line(std::chrono::milliseconds(10));
        }
        if (answer.isEmpty())
            answer = client->line();
        QVERIFY2(codeOf(answer) == QStringLiteral("message-too-large"), answer.constData());
        QTRY_VERIFY(!client->isConnected() || !client->socket().waitForReadyRead(0));
        QVERIFY(serves());
    }

    void callsSentAtOnceAreAllAnsweredWithTheirIds()
    {
        const auto client = engine_->client();
        constexpr int count = 500;
        for (int id = count; id > 0; --id)
            client->send(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id)
                + R"(,"method":"config.list","params":{}})" + '\n');
        QSet<int> answered;
        for (int at = 0; at < count; ++at)
            answered.insert(
                QJsonDocument::fromJson(client->line()).object().value(QStringLiteral("id")).toInt());
        QCOMPARE(answered.size(), count);
    }

    void aClientThatNeverReadsSlowsNoOther()
    {
        const auto slow = engine_->client();
        slow->socket().setReadBufferSize(1);
        QVERIFY(slow->isConnected());
        slow->send(R"({"jsonrpc":"2.0","id":1,"method":"watch","params":{}})"
                   "\n");
        // It asks for much, and takes nothing of it.
        for (int id = 2; id < 2'000; ++id)
            slow->send(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id)
                + R"(,"method":"config.list","params":{}})" + '\n');
        const auto other = engine_->client();
        QVERIFY(other->call("status").has_value());
        std::vector<qint64> times;
        for (int at = 0; at < 21; ++at) {
            QVERIFY(other->call("config.apply", lamp("lamp " + std::to_string(at))).has_value());
            QElapsedTimer timer;
            timer.start();
            QVERIFY(other->call("status").has_value());
            times.push_back(timer.elapsed());
        }
        // The middle one: a busy machine delays single ones.
        std::ranges::nth_element(times, times.begin() + 10);
        QVERIFY2(times[10] <= 100, std::to_string(times[10]).c_str());
    }

    void clientsThatGoInTheMidstOfACallLeaveNothing()
    {
        for (int at = 0; at < 200; ++at) {
            const auto client = engine_->client();
            client->send(R"({"jsonrpc":"2.0","id":1,"method":"change.list","params":{"limit":100}})"
                         "\n");
            client->socket().abort();
        }
        QVERIFY(serves());
    }
};

QTEST_GUILESS_MAIN(HostileClientTest)
#include "hostile_client_test.moc"
