// SPDX-License-Identifier: GPL-3.0-or-later
// At one machine of a house people see and change what another one shows, as far as both let them.
#include "machine.h"
#include "network/home.h"
#include "network/verify.h"

using namespace freehold;
using namespace freehold::testing;

class FarMembersScenario : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> laptop_; ///< an owner's
    std::unique_ptr<Machine> tablet_; ///< a guest's

    std::unique_ptr<Machine> machine(std::size_t at)
    {
        return std::make_unique<Machine>(home_->host(at), folder_);
    }
    void join(const Machine &joining, const char *role) const
    {
        const std::string invitation
            = nas_->ask({"pair", "invite", "--role", role})[u"invitation"].toString().toStdString();
        const std::string request
            = joining.ask({"pair", "join", invitation})[u"request"].toString().toStdString();
        QVERIFY(comesTrue([&] { return joining.say({"pair", "confirm", request}).exitCode == 0; }));
    }
    static bool isOnlineAt(const Machine &machine, const char *member)
    {
        for (const auto one : machine.ask({"house", "show"})[u"members"].toArray()) {
            if (one[u"name"].toString() == QString::fromUtf8(member))
                return one[u"state"] == QStringLiteral("online");
        }
        return false;
    }
    /// A connection to a machine's engine, for which the nas answers.
    static std::unique_ptr<PlainClient> reachNas(const Machine &machine)
    {
        auto client = machine.client();
        const auto reached
            = client->call("member.reach", {{QStringLiteral("member"), QStringLiteral("nas")}});
        return reached && (*reached)[u"result"][u"name"] == QStringLiteral("nas") ? std::move(client)
                                                                                  : nullptr;
    }
    static bool hasEnded(PlainClient &client)
    {
        return comesTrue([&] { return !client.isConnected(); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto home = Home::create({"nas", "laptop", "tablet"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        nas_ = machine(0);
        laptop_ = machine(1);
        tablet_ = machine(2);
        for (Machine *each : {nas_.get(), laptop_.get(), tablet_.get()})
            QVERIFY(each->start());
        QCOMPARE(nas_->say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        // It is reached under an address that it has seen itself have.
        QVERIFY(comesTrue([&] { return nas_->say({"pair", "invite"}).exitCode == 0; }));
        join(*laptop_, "owner");
        join(*tablet_, "guest");
        for (const Machine *each : {laptop_.get(), tablet_.get()})
            QVERIFY(comesTrue([&] { return isOnlineAt(*each, "nas"); }));
    }

    void theLaptopShowsWhatTheNasShows()
    {
        QCOMPARE(
            laptop_->ask({"--at", "nas", "status"})[u"engine"][u"device"].toString(), QStringLiteral("nas"));
        QCOMPARE(laptop_->ask({"status"})[u"engine"][u"device"].toString(), QStringLiteral("laptop"));
        const auto list = laptop_->ask({"--at", "nas", "device", "list"});
        QStringList these;
        for (const auto device : list.array()) {
            if (device[u"this"].toBool())
                these.append(device[u"name"].toString());
        }
        QCOMPARE(these, QStringList{QStringLiteral("nas")});
    }

    void theLaptopChangesWhatTheNasShows()
    {
        const Said added = laptop_->say({"--at", "nas", "person", "add", "Emma"});
        QVERIFY2(added.exitCode == 0, added.output.c_str());
        const auto change = nas_->ask({"change", "list", "--limit", "1"})[0];
        QCOMPARE(change[u"device"].toString(), QStringLiteral("nas"));
        QVERIFY(change[u"actor"].toString().endsWith(QStringLiteral(" (laptop)")));
        QCOMPARE(nas_->ask({"person", "list"}).array().size(), 1);
    }

    void aGuestsMachineIsRefusedByItsRoleWhoeverSitsThere()
    {
        QCOMPARE(tablet_->say({"--at", "nas", "device", "list"}).exitCode, 0);
        const Said refused = tablet_->say({"--at", "nas", "person", "add", "Eve"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.output.contains("“guest”"), refused.output.c_str());
        QCOMPARE(nas_->ask({"person", "list"}).array().size(), 1);
    }

    void whatHappensAtTheNasIsToldToWhoWatchesItFromTheLaptop()
    {
        const auto client = reachNas(*laptop_);
        QVERIFY(client);
        QVERIFY(client->call("hello", {{QStringLiteral("protocol"), 1}}));
        QVERIFY(client->call("watch"));
        QCOMPARE(nas_->say({"house", "rename", "Jones"}).exitCode, 0);
        QByteArray line;
        do
            line = client->line();
        while (!line.isEmpty() && !line.contains("change.changed"));
        QVERIFY(line.contains("\"device\":\"nas\""));
    }

    void aMachineThatIsRemovedIsCutOff()
    {
        const auto client = reachNas(*tablet_);
        QVERIFY(client);
        QCOMPARE(nas_->say({"device", "forget", "tablet"}).exitCode, 0);
        QVERIFY(hasEnded(*client));
        QCOMPARE(tablet_->say({"--at", "nas", "status"}).exitCode, 3);
    }

    void whenTheNasStopsItsClientsAtTheLaptopAreTold()
    {
        const auto client = reachNas(*laptop_);
        QVERIFY(client);
        nas_->stop();
        QVERIFY(hasEnded(*client));
        const Said said = laptop_->say({"--at", "nas", "status"});
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.output.contains("“nas” can't be reached"), said.output.c_str());
        QVERIFY(nas_->start());
        QVERIFY(comesTrue([&] { return isOnlineAt(*laptop_, "nas"); }));
        QCOMPARE(laptop_->say({"--at", "nas", "status"}).exitCode, 0);
    }

    void whenTheNasIsKilledTheyAreToo()
    {
        const auto client = reachNas(*laptop_);
        QVERIFY(client);
        nas_->kill();
        QVERIFY(hasEnded(*client));
        QCOMPARE(laptop_->say({"--at", "nas", "status"}).exitCode, 3);
    }
};

QTEST_GUILESS_MAIN(FarMembersScenario)
#include "far_members_scenario.moc"
