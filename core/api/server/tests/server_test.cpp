// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_server/server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::api;

namespace {

/// Allows everything, or nothing.
class Gatekeeper final : public Backend {
public:
    void call(const platform::PeerCredentials &, const std::string &, const QJsonObject &,
        std::function<void(Result<QJsonValue>)> answer) override
    {
        if (allows)
            answer(QJsonValue(QJsonObject()));
        else
            answer(failure(ErrorCode::not_permitted));
    }
    bool allows = true;
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
        static_cast<void>(QTest::qWaitFor([&] { return socket->canReadLine(); }));
        socket->readLine();
        return socket;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(server_.listen(
            folder_.filePath(QStringLiteral("engine.sock")).toStdString(), Server::Door::own_user));
    }
    void init() { gatekeeper_.allows = true; }

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
        server_.checkWatchers();
        server_.notify("status.changed", {});
        QTRY_VERIFY(socket->canReadLine());
        QCOMPARE(socket->state(), QLocalSocket::ConnectedState);
    }

    void whoeverMayNotWatchAnyMoreIsToldNothingMore()
    {
        const auto socket = watcher();
        gatekeeper_.allows = false;
        server_.checkWatchers();
        server_.notify("status.changed", {});
        QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(socket->readAll(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "server_test.moc"
