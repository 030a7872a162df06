// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_client/client.h"

#include "testing_api/played_engine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::api;
using freehold::testing::PlayedEngine;

class ClientTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    [[nodiscard]] QString path() const { return folder_.filePath(QStringLiteral("engine.sock")); }
    [[nodiscard]] std::vector<std::string> places() const { return {path().toStdString()}; }

private Q_SLOTS:
    void answersFindTheirCallsInAnyOrder()
    {
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        QCOMPARE(client.greeting().role, contract::Role::owner);
        std::vector<std::string> answers;
        client.call(contract::ConfigGet{"a"}, this,
            [&](auto result) { answers.push_back("first " + result->content); });
        client.call(contract::ConfigGet{"b"}, this,
            [&](auto result) { answers.push_back("second " + result->content); });
        QTRY_COMPARE(engine.requests.size(), 2U);
        engine.answer(engine.requests[1], json::write(contract::DocumentContent{"b", "B"}));
        engine.answer(engine.requests[0], json::write(contract::DocumentContent{"a", "A"}));
        QTRY_COMPARE(answers.size(), 2U);
        QCOMPARE(answers, (std::vector<std::string>{"second B", "first A"}));
    }

    void aRefusalArrivesWithItsFacts()
    {
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        std::optional<Error> error;
        client.call(
            contract::DeviceRename{"nas", "attic"}, this, [&](auto result) { error = result.error(); });
        QTRY_COMPARE(engine.requests.size(), 1U);
        engine.answer(engine.requests[0], failure(ErrorCode::device_missing, {{"device", "nas"}}));
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::device_missing);
        QCOMPARE(error->arguments.at("device"), std::string("nas"));
    }

    void whatANewerEngineSaysBesidesIsNoMistake()
    {
        PlayedEngine engine(path());
        Client client(places());
        std::vector<std::string> removed;
        client.subscribe<contract::DeviceRemoved>(
            this, [&](const contract::DeviceRemoved &value) { removed.push_back(value.id); });
        client.start();
        QTRY_COMPARE(engine.watches, 1);
        engine.say(encode(NotificationMessage{"device.removed",
            {{QStringLiteral("id"), QStringLiteral("x")},
                {QStringLiteral("because"), QStringLiteral("old")}}}));
        QTRY_COMPARE(removed, (std::vector<std::string>{"x"}));

        std::optional<Result<contract::Status>> status;
        client.call(contract::GetStatus(), this, [&](auto result) { status = std::move(result); });
        QTRY_COMPARE(engine.requests.size(), 1U);
        QJsonObject newer = json::write(contract::Status()).toObject();
        newer[u"weather"] = QStringLiteral("fine");
        QJsonObject vault = newer[u"vault"].toObject();
        vault[u"entries"] = 3;
        newer[u"vault"] = vault;
        engine.answer(engine.requests[0], newer);
        QTRY_VERIFY(status);
        QVERIFY(*status);
    }

    void callsWithoutAnEngineAreToldSoLater()
    {
        Client client(places());
        std::optional<ErrorCode> told;
        client.call(contract::GetStatus(), this, [&](auto result) { told = result.error().code; });
        QVERIFY(!told);
        QTRY_COMPARE(told, ErrorCode::engine_unreachable);
    }

    void anEngineThatGoesAwayEndsItsCalls()
    {
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        std::optional<ErrorCode> told;
        client.call(contract::GetStatus(), this, [&](auto result) { told = result.error().code; });
        QTRY_COMPARE(engine.requests.size(), 1U);
        engine.hangUp();
        QTRY_COMPARE(told, ErrorCode::engine_unreachable);
        QCOMPARE(client.state(), ConnectionState::lost);
    }

    void aCallWhoseAskerIsGoneIsNotAnswered()
    {
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        bool told = false;
        auto asker = std::make_unique<QObject>();
        client.call(contract::GetStatus(), asker.get(), [&](auto) { told = true; });
        QTRY_COMPARE(engine.requests.size(), 1U);
        asker.reset();
        engine.answer(engine.requests[0], failure(ErrorCode::internal));
        bool next = false;
        client.call(contract::GetStatus(), this, [&](auto) { next = true; });
        QTRY_COMPARE(engine.requests.size(), 2U);
        engine.answer(engine.requests[1], failure(ErrorCode::internal));
        QTRY_VERIFY(next);
        QVERIFY(!told);
    }

    void whatIsNoMessageEndsTheConnectionAndItIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("garbage\n");
        QTest::newRow("an answer to nothing") << encode(Response{MessageId(std::int64_t{99}), 1});
        QTest::newRow("a request") << encode(Request{std::int64_t{1}, "status", {}});
        QTest::newRow("a line without end") << QByteArray(messageLimitBytes + 1, 'x');
    }
    void whatIsNoMessageEndsTheConnectionAndItIsMadeAnew()
    {
        QFETCH(QByteArray, bytes);
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        std::optional<ErrorCode> told;
        client.call(contract::GetStatus(), this, [&](auto result) { told = result.error().code; });
        engine.say(bytes);
        QTRY_COMPARE(told, ErrorCode::engine_unreachable);
        QTRY_COMPARE(engine.connections, 2);
        QTRY_COMPARE(client.state(), ConnectionState::connected);
    }

    void aSubscriptionSurvivesANewEngine()
    {
        Client client(places());
        std::vector<std::string> removed;
        client.subscribe<contract::DeviceRemoved>(
            this, [&](const contract::DeviceRemoved &value) { removed.push_back(value.id); });
        std::vector<QString> all;
        client.subscribeToAll(
            this, [&](const QJsonObject &message) { all.push_back(message[u"method"].toString()); });
        QSignalSpy failed(&client, &Client::attemptFailed);
        client.start();
        QVERIFY(failed.wait());
        const auto notification
            = encode(NotificationMessage{"device.removed", {{QStringLiteral("id"), QStringLiteral("x")}}});
        const auto other = encode(NotificationMessage{"status.changed", {}});
        {
            PlayedEngine engine(path());
            QTRY_COMPARE(engine.watches, 1);
            engine.say(notification + other);
            QTRY_COMPARE(all.size(), 2U);
        }
        QTRY_COMPARE(client.state(), ConnectionState::lost);
        PlayedEngine engine(path());
        QTRY_COMPARE(engine.watches, 1);
        engine.say(notification);
        QTRY_COMPARE(removed, (std::vector<std::string>{"x", "x"}));
    }

    void theNextPlaceIsTriedWhereOneRefuses()
    {
        PlayedEngine strict(path());
        strict.give("hello", failure(ErrorCode::not_permitted, {{"role", "none"}}));
        const QString second = folder_.filePath(QStringLiteral("own.sock"));
        Client client({path().toStdString(), second.toStdString()});
        QSignalSpy failed(&client, &Client::attemptFailed);
        client.start();
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::not_permitted);
        PlayedEngine own(second);
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        QCOMPARE(own.connections, 1);
    }

    void anotherMemberIsGreetedOverThisMachinesEngine()
    {
        PlayedEngine engine(path());
        engine.give("member.reach", json::write(contract::ReachedMember{"id", "nas"}));
        Client client(places());
        client.setMember("id");
        QSignalSpy states(&client, &Client::stateChanged);
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        QCOMPARE(engine.methods, (std::vector<std::string>{"hello", "member.reach", "hello"}));
        QCOMPARE(engine.asked["member.reach"][u"member"].toString(), QStringLiteral("id"));
        QCOMPARE(client.memberName(), "nas");
        QCOMPARE(states.size(), 1);
        // It comes back the same way.
        engine.hangUp();
        QTRY_COMPARE(engine.methods.size(), 6U);
        QTRY_COMPARE(client.state(), ConnectionState::connected);
    }

    void aMemberThatIsAwayIsNamed()
    {
        PlayedEngine engine(path());
        engine.give("member.reach", failure(ErrorCode::peer_unreachable, {{"member", "nas"}}));
        Client client(places());
        client.setMember("nas");
        QSignalSpy failed(&client, &Client::attemptFailed);
        client.start();
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.code, ErrorCode::peer_unreachable);
        QCOMPARE(error.arguments.at("member"), "nas");
        QCOMPARE(client.state(), ConnectionState::searching);
    }

    void aMemberThatGoesAwayEndsItsCallsByName()
    {
        PlayedEngine engine(path());
        engine.give("member.reach", json::write(contract::ReachedMember{"id", "nas"}));
        Client client(places());
        client.setMember("nas");
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        std::optional<Error> told;
        client.call(contract::GetStatus(), this, [&](auto result) { told = result.error(); });
        QTRY_COMPARE(engine.requests.size(), 1U);
        engine.hangUp();
        QTRY_VERIFY(told);
        QCOMPARE(told->code, ErrorCode::peer_unreachable);
        QCOMPARE(told->arguments.at("member"), "nas");
    }

    void whatIsSubscribedToComesFromWhoeverIsChosen()
    {
        PlayedEngine engine(path());
        engine.give("member.reach", json::write(contract::ReachedMember{"id", "nas"}));
        Client client(places());
        client.subscribe<contract::StatusChanged>(this, [](const contract::StatusChanged &) { });
        client.start();
        QTRY_COMPARE(engine.watches, 1);
        client.setMember("nas");
        QTRY_COMPARE(engine.watches, 2);
        QCOMPARE(engine.methods,
            (std::vector<std::string>{"hello", "watch", "hello", "member.reach", "hello", "watch"}));
        client.setMember({});
        QTRY_COMPARE(engine.watches, 3);
        QCOMPARE(engine.methods.size(), 8U);
    }

    void aMessageOverTheLimitIsNotSent()
    {
        PlayedEngine engine(path());
        Client client(places());
        client.start();
        QTRY_COMPARE(client.state(), ConnectionState::connected);
        std::optional<ErrorCode> told;
        contract::ConfigApply apply;
        apply.documents.push_back({"house.toml", std::string(messageLimitBytes, 'x')});
        client.call(apply, this, [&](auto result) { told = result.error().code; });
        QTRY_COMPARE(told, ErrorCode::message_too_large);
        QCOMPARE(client.state(), ConnectionState::connected);
    }

    void socketsAreTheSystemsThenTheUsersOwn()
    {
        qunsetenv("FREEHOLD_SOCKET");
        qputenv("XDG_RUNTIME_DIR", "/run/user/7");
        QCOMPARE(engineSockets(),
            (std::vector<std::string>{"/run/freehold/engine.sock", "/run/user/7/freehold/engine.sock"}));
        qputenv("FREEHOLD_SOCKET", "/x");
        QCOMPARE(engineSockets(), (std::vector<std::string>{"/x"}));
        qunsetenv("FREEHOLD_SOCKET");
    }

    void withoutARuntimeFolderClientsLookWhereAnEngineListens()
    {
        qunsetenv("FREEHOLD_SOCKET");
        qunsetenv("XDG_RUNTIME_DIR");
        qputenv("TMPDIR", folder_.path().toUtf8());
        QVERIFY(ownEngineSocket().starts_with(folder_.path().toStdString()));
        QCOMPARE(engineSockets().back(), ownEngineSocket());
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "client_test.moc"
