// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/relay.h"
#include "api_server/server.h"
#include "contract/engine_calls.h"
#include "support/json.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::api;

namespace {

/// Another member's engine, played by the test.
class PlayedTransport final : public Transport {
public:
    QByteArray read(qint64 mostBytes) override
    {
        const QByteArray bytes = said.first(std::min<qsizetype>(said.size(), mostBytes));
        said.remove(0, bytes.size());
        return bytes;
    }
    void write(const QByteArray &bytes) override
    {
        heard.append(bytes.constData(), bytes.size());
        waiting += isStuck ? bytes.size() : 0;
    }
    qint64 bytesToWrite() const override { return waiting; }
    void setReadLimit(qint64) override { }
    bool isOpen() const override { return open; }
    void close() override { abort(); }
    void abort() override
    {
        if (std::exchange(open, false))
            Q_EMIT closed();
    }
    void say(const QByteArray &bytes)
    {
        said += bytes;
        Q_EMIT readyRead();
    }
    void takeAll()
    {
        isStuck = false;
        waiting = 0;
        Q_EMIT written();
    }

    QByteArray said;
    QByteArray heard;
    qint64 waiting = 0;
    bool isStuck = false;
    bool open = true;
};

/// This machine's engine: greets with a role, and knows the way to a member.
class Engine final : public Backend {
public:
    void call(const platform::PeerCredentials &, const std::string &method, const QJsonObject &,
        AnswerCall answer) override
    {
        ++calls;
        if (method == contract::Hello::info.method)
            answer(json::write(contract::Greeting{1, "0.1", role}));
        else
            answer(QJsonValue(QJsonObject()));
    }
    void reach(const platform::PeerCredentials &, const QJsonObject &, const AnswerReach &answer) override
    {
        if (isAway)
            return answer(failure(ErrorCode::peer_unreachable));
        auto transport = std::make_unique<PlayedTransport>();
        member = transport.get();
        answer(Reached{QJsonObject{{QStringLiteral("name"), QStringLiteral("nas")}}, contract::Role::owner,
            std::move(transport)});
    }

    contract::Role role = contract::Role::owner;
    bool isAway = false;
    QPointer<PlayedTransport> member; ///< the newest that was reached
    int calls = 0;
};

} // namespace

/// Connections that go on to another member, and those that come from one.
class ReachingTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    Engine engine_;
    Server server_{engine_};

    static constexpr const char *reachLine
        = R"({"jsonrpc":"2.0","id":2,"method":"member.reach","params":{"member":"nas"}})"
          "\n";

    [[nodiscard]] std::unique_ptr<QLocalSocket> connected() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(folder_.filePath(QStringLiteral("engine.sock")));
        return socket;
    }
    /// One for which a member answers now.
    [[nodiscard]] std::unique_ptr<QLocalSocket> reaching() const
    {
        auto socket = connected();
        socket->write(reachLine);
        static_cast<void>(QTest::qWaitFor([&] { return socket->canReadLine(); }));
        if (!socket->readLine().contains("\"name\":\"nas\""))
            qFatal("no member was reached");
        return socket;
    }
    [[nodiscard]] std::unique_ptr<QLocalSocket> watcher() const
    {
        auto socket = connected();
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
        engine_.role = contract::Role::owner;
        engine_.isAway = false;
        engine_.member.clear();
    }

    void afterReachingAMemberItHearsAndSaysEverything()
    {
        const auto socket = reaching();
        engine_.member->say("{\"a\":1}\n");
        QTRY_VERIFY(socket->canReadLine());
        QCOMPARE(socket->readLine(), QByteArray("{\"a\":1}\n"));
        const int calls = engine_.calls;
        const QByteArray said(3 * Relay::mostHeldBytes, 'x');
        socket->write(said);
        QTRY_COMPARE(engine_.member->heard.size(), said.size());
        QCOMPARE(engine_.member->heard, said);
        QCOMPARE(engine_.calls, calls);
    }

    void whoWatchedAndReachedAMemberIsToldOfThatOneAlone()
    {
        const auto socket = watcher();
        socket->write(reachLine);
        QTRY_VERIFY(socket->canReadLine());
        socket->readLine();
        server_.notify("status.changed", {});
        engine_.member->say("from nas\n");
        QTRY_VERIFY(socket->canReadLine());
        QCOMPARE(socket->readLine(), QByteArray("from nas\n"));
    }

    void whatWasSaidBeforeTheAnswerGoesToTheMember()
    {
        const auto socket = connected();
        socket->write(QByteArray(reachLine) + "to nas\n");
        QTRY_VERIFY(engine_.member && engine_.member->heard == "to nas\n");
    }

    void aMemberThatIsAwayLeavesThisEngineToAnswer()
    {
        const auto socket = watcher();
        engine_.isAway = true;
        socket->write(reachLine);
        QTRY_VERIFY(socket->canReadLine());
        QVERIFY(socket->readLine().contains("peer-unreachable"));
        engine_.isAway = false;
        server_.notify("status.changed", {});
        QTRY_VERIFY(socket->canReadLine());
        QVERIFY(socket->readLine().contains("status.changed"));
    }

    void noMoreIsHeldForAMemberThatIsStuck()
    {
        const auto socket = reaching();
        engine_.member->isStuck = true;
        socket->write(QByteArray(20 * Relay::mostHeldBytes, 'x'));
        QTRY_VERIFY(engine_.member->waiting >= Relay::mostHeldBytes);
        // Whatever else the server does comes after what it could have read.
        static_cast<void>(watcher());
        QVERIFY(engine_.member->waiting < 2 * Relay::mostHeldBytes);
        engine_.member->takeAll();
        QTRY_COMPARE(engine_.member->heard.size(), 20 * Relay::mostHeldBytes);
    }

    void theMembersEndIsTheClientsOnceItHasReadAll()
    {
        const auto socket = reaching();
        const QByteArray said(5 * Relay::mostHeldBytes, 'x');
        engine_.member->say(said);
        engine_.member->abort();
        QByteArray got;
        QTRY_VERIFY((got += socket->readAll()).size() == said.size());
        QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
    }

    void theClientsEndIsTheMembers()
    {
        const auto socket = reaching();
        socket->disconnectFromServer();
        QTRY_VERIFY(!engine_.member);
    }

    void whoseRoleIsAnotherReachesAnew()
    {
        const auto socket = reaching();
        server_.checkStandings();
        engine_.member->say("still\n");
        QTRY_VERIFY(socket->canReadLine());
        engine_.role = contract::Role::guest;
        server_.checkStandings();
        QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
        QTRY_VERIFY(!engine_.member);
    }

    void aClientThatComesAnotherWayIsAnsweredAndTold()
    {
        auto transport = std::make_unique<PlayedTransport>();
        const QPointer<PlayedTransport> client = transport.get();
        server_.serve(std::move(transport),
            {[](const std::string &method, const QJsonObject &, const AnswerCall &answer) {
                 answer(QJsonValue(json::toQString(method)));
             },
                {}});
        client->say(R"({"jsonrpc":"2.0","id":1,"method":"watch","params":{}})"
                    "\n");
        QTRY_VERIFY(client->heard.contains("\"result\":\"watch\""));
        server_.notify("status.changed", {});
        QVERIFY(client->heard.contains("status.changed"));
        // From there no other member is reached.
        client->heard.clear();
        client->say(reachLine);
        QTRY_VERIFY(client->heard.contains("\"result\":\"member.reach\""));
        client->abort();
        QTRY_VERIFY(!client);
    }
};

QTEST_GUILESS_MAIN(ReachingTest)
#include "reaching_test.moc"
