// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/server.h"
#include "api_server/session.h"
#include "api_wire/line_reader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::api;

namespace {

/// Allows everything, or nothing. Answers with as much text as it is told to.
class Gatekeeper final : public Backend {
public:
    void call(const platform::PeerCredentials &, const std::string &, const QJsonObject &,
        AnswerCall answer) override
    {
        ++calls;
        if (allows)
            answer(QJsonValue(QJsonObject{{QStringLiteral("text"), QString(answerLength, u'x')}}));
        else
            answer(failure(ErrorCode::not_permitted));
    }
    bool allows = true;
    qsizetype answerLength = 0;
    int calls = 0;
};

} // namespace

class ServerTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    Gatekeeper gatekeeper_;
    Server server_{gatekeeper_};

    [[nodiscard]] std::unique_ptr<QLocalSocket> watcher() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        socket->write(R"({"jsonrpc":"2.0","id":1,"method":"watch","params":{}})"
                      "\n");
        static_cast<void>(QTest::qWaitFor(
            [&] { return socket->canReadLine() || socket->state() == QLocalSocket::UnconnectedState; }));
        socket->readLine();
        return socket;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(server_.listen(
            folder_.filePath(QStringLiteral("engine.sock")).toStdString(), Server::Door::own_user));
    }
    void init()
    {
        gatekeeper_.allows = true;
        gatekeeper_.answerLength = 0;
        gatekeeper_.calls = 0;
    }

    void whoeverWatchesIsTold()
    {
        const auto socket = watcher();
        server_.notify("status.changed", {});
        QTRY_VERIFY(socket->canReadLine());
        const auto told = QJsonDocument::fromJson(socket->readLine()).object();
        QCOMPARE(told.value(QStringLiteral("method")).toString(), QStringLiteral("status.changed"));
    }

    void whoeverMayWatchStillStaysConnected()
    {
        const auto socket = watcher();
        server_.checkStandings();
        server_.notify("status.changed", {});
        QTRY_VERIFY(socket->canReadLine());
        QCOMPARE(socket->state(), QLocalSocket::ConnectedState);
    }

    void whoeverMayNotWatchAnyMoreIsToldNothingMore()
    {
        const auto socket = watcher();
        gatekeeper_.allows = false;
        server_.checkStandings();
        server_.notify("status.changed", {});
        QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(socket->readAll(), QByteArray());
    }

    void anAnswerThatNoClientWouldReadIsARefusal()
    {
        const auto socket = watcher();
        const auto answer = [&](qsizetype length) {
            gatekeeper_.answerLength = length;
            socket->write(R"({"jsonrpc":"2.0","id":7,"method":"status","params":{}})"
                          "\n");
            QByteArray line;
            static_cast<void>(QTest::qWaitFor([&] { return (line += socket->readAll()).endsWith('\n'); }));
            return QJsonDocument::fromJson(line).object();
        };
        const auto refused = answer(messageLimitBytes);
        QCOMPARE(refused[u"id"].toInt(), 7);
        QCOMPARE(refused[u"error"][u"message"].toString(), QStringLiteral("message-too-large"));
        QVERIFY(answer(messageLimitBytes / 2)[u"result"].isObject());
        QCOMPARE(socket->state(), QLocalSocket::ConnectedState);
    }

    void aNotificationThatNoClientWouldReadIsNotSent()
    {
        const auto socket = watcher();
        server_.notify("change.changed", {{QStringLiteral("text"), QString(messageLimitBytes, u'x')}});
        server_.notify("status.changed", {});
        QTRY_VERIFY(socket->canReadLine());
        QVERIFY(socket->readLine().contains("status.changed"));
    }

    void whoeverHasNoAccessIsToldSoAndNothingMore()
    {
        gatekeeper_.allows = false;
        QLocalSocket socket;
        socket.connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        socket.write(R"({"jsonrpc":"2.0","id":1,"method":"hello","params":{}})"
                     "\n"
                     R"({"jsonrpc":"2.0","id":2,"method":"status","params":{}})"
                     "\n");
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        const auto lines = socket.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.front().contains("not-permitted"));
    }

    void whoeverHasNoAccessSendsNoLargeMessage()
    {
        gatekeeper_.allows = false;
        QLocalSocket socket;
        socket.connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        socket.write(QByteArray(Session::strangersLimitBytes + 1, 'x'));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(socket.readAll().contains("message-too-large"));
    }

    void whoeverHasNoAccessHasOneConnection()
    {
        gatekeeper_.allows = false;
        QLocalSocket first;
        first.connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        QTRY_COMPARE(gatekeeper_.calls, 1);
        QLocalSocket second;
        second.connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        QTRY_COMPARE(second.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(first.state(), QLocalSocket::ConnectedState);
    }

    void oneUserHasAsManyConnectionsAsAnyPersonsProgramsOpenAndNoMore()
    {
        std::vector<std::unique_ptr<QLocalSocket>> sockets;
        sockets.reserve(Server::sessionsOfOneUser);
        for (std::ptrdiff_t count = 0; count < Server::sessionsOfOneUser; ++count)
            sockets.push_back(watcher());
        const auto isConnected
            = [](const auto &socket) { return socket->state() == QLocalSocket::ConnectedState; };
        QVERIFY(std::ranges::all_of(sockets, isConnected));
        QLocalSocket oneMore;
        oneMore.connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        QTRY_COMPARE(oneMore.state(), QLocalSocket::UnconnectedState);
        QVERIFY(std::ranges::all_of(sockets, isConnected));
        sockets.clear();
        QTRY_COMPARE(watcher()->state(), QLocalSocket::ConnectedState);
    }

    void aClientThatReadsNothingIsDroppedAtTheBacklogsLimit()
    {
        const auto greedy = watcher();
        const auto other = watcher();
        greedy->setReadBufferSize(1);
        const QJsonObject large{{QStringLiteral("text"), QString(messageLimitBytes / 2, u'x')}};
        // The limit, what the kernel's buffers take, and then one.
        for (int count = 0; count < 12; ++count) {
            server_.notify("change.changed", large);
            QTRY_VERIFY(other->bytesAvailable() > 0);
            other->readAll();
        }
        greedy->setReadBufferSize(0); // a full one doesn't notice the end
        greedy->readAll();
        QTRY_COMPARE(greedy->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(other->state(), QLocalSocket::ConnectedState);
    }

    void aLiveEnginesSocketIsNotTakenOver()
    {
        Server second(gatekeeper_);
        const auto listens = second.listen(
            folder_.filePath(QStringLiteral("engine.sock")).toStdString(), Server::Door::own_user);
        QVERIFY(!listens);
        QCOMPARE(listens.error().code, ErrorCode::socket_unusable);
        QCOMPARE(listens.error().arguments.at("why"), std::string("taken"));
        QCOMPARE(watcher()->state(), QLocalSocket::ConnectedState);
    }

    void aSocketThatAnEngineLeftBehindIsReplaced()
    {
        const QString left = folder_.filePath(QStringLiteral("left.sock"));
        {
            // Bound and closed without being removed, as by a kill.
            QLocalServer dead;
            QVERIFY(dead.listen(left));
            QVERIFY(QFile::rename(left, left + u'x'));
        }
        QVERIFY(QFile::rename(left + u'x', left));
        Server second(gatekeeper_);
        QVERIFY(second.listen(left.toStdString(), Server::Door::own_user));
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "server_test.moc"
