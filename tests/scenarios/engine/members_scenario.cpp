// SPDX-License-Identifier: GPL-3.0-or-later
// Machines of one home become one house, as README goes it, and stay one through what happens at home.
#include "machine.h"
#include "network_scene.h"

using namespace freehold;
using namespace freehold::testing;

class MembersScenario : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> laptop_;

    /// As a machine sees it on its network: the id of another that lets machines join; empty where there is
    /// none.
    static std::string deviceThatOffersFreehold(const Machine &machine)
    {
        for (const auto device : machine.ask({"device", "list"}).array()) {
            for (const auto service : device[u"services"].toArray()) {
                if (!device[u"this"].toBool() && service[u"type"] == QStringLiteral("_freehold._tcp"))
                    return device[u"id"].toString().toStdString();
            }
        }
        return {};
    }
    static bool offersFreehold(const Machine &machine) { return !deviceThatOffersFreehold(machine).empty(); }
    bool isSame() const { return nas_->head() == laptop_->head(); }

private Q_SLOTS:
    void initTestCase()
    {
        auto home = Home::create({"nas", "laptop"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        nas_ = std::make_unique<Machine>(home_->host(0), folder_);
        laptop_ = std::make_unique<Machine>(home_->host(1), folder_);
        QVERIFY(nas_->start());
        QVERIFY(laptop_->start());
    }

    void nothingIsAnnouncedBeforeAPersonSaysSo()
    {
        QCOMPARE(nas_->say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        QVERIFY(!offersFreehold(*laptop_));
        QCOMPARE(nas_->say({"pair", "open"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return offersFreehold(*laptop_); }));
    }

    void theLaptopJoinsAsReadmeSays()
    {
        const auto shown = laptop_->ask({"pair", "with", deviceThatOffersFreehold(*laptop_)});
        const std::string digits = shown[u"digits"].toString().toStdString();
        QCOMPARE(digits.size(), 6U);
        QCOMPARE(shown[u"peer"].toString(), QStringLiteral("nas"));

        std::string request;
        QVERIFY(comesTrue([&] {
            request = nas_->ask({"pair", "requests"})[0][u"request"].toString().toStdString();
            return !request.empty();
        }));
        const Said accepted = nas_->say({"pair", "accept", request, "--digits", digits, "--role", "owner"});
        QVERIFY2(accepted.exitCode == 0, accepted.output.c_str());
        const std::string own = shown[u"request"].toString().toStdString();
        QJsonDocument house;
        QVERIFY(comesTrue([&] {
            house = laptop_->ask({"pair", "confirm", own});
            return house[u"name"] == QStringLiteral("Smith");
        }));
        QCOMPARE(house[u"members"].toArray().size(), 2);
        for (const auto member : house[u"members"].toArray())
            QCOMPARE(member[u"state"].toString(), QStringLiteral("online"));
        QCOMPARE(laptop_->houseName(), "Smith");
        QVERIFY(isSame());
    }

    void nobodyFindsWhatIsClosed()
    {
        QCOMPARE(nas_->say({"pair", "close"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return !offersFreehold(*laptop_); }));
    }

    void aChangeOfEitherIsAtBoth()
    {
        QCOMPARE(laptop_->say({"house", "rename", "Jones"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return nas_->houseName() == "Jones"; }));
        QCOMPARE(nas_->say({"person", "add", "Emma"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return isSame(); }));
    }

    void whoWasOffFindsTheOtherAgain()
    {
        laptop_->stop();
        QCOMPARE(nas_->say({"house", "rename", "Miller"}).exitCode, 0);
        QVERIFY(laptop_->start());
        QVERIFY2(comesTrue([&] { return laptop_->houseName() == "Miller"; }),
            (nas_->lastWords() + laptop_->lastWords()).c_str());
    }

    void whatBothChangedWhileOneWasKilledMeets()
    {
        laptop_->kill();
        QCOMPARE(nas_->say({"person", "add", "Ben"}).exitCode, 0);
        nas_->kill();
        QVERIFY(laptop_->start());
        QCOMPARE(laptop_->say({"person", "add", "Ana"}).exitCode, 0);
        QVERIFY(nas_->start());
        QVERIFY(comesTrue([&] { return isSame() && nas_->ask({"person", "list"}).array().size() == 3; }));
        QCOMPARE(laptop_->ask({"person", "list"}).array().size(), 3);
    }

    void gitFindsAllOfItSoundAndSigned()
    {
        for (const Machine *machine : {nas_.get(), laptop_.get()}) {
            QCOMPARE(machine->soundness(), std::string());
            QCOMPARE(machine->unsignedChanges(), std::string());
        }
    }
};

QTEST_GUILESS_MAIN(MembersScenario)
#include "members_scenario.moc"
