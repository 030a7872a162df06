// SPDX-License-Identifier: GPL-3.0-or-later
// One house in two homes, each behind a router of its own: whoever is away finds home by the address that was
// typed once, and what changed on either side meets.
#include "machine.h"
#include "network/home.h"
#include "network/verify.h"

using namespace freehold;
using namespace freehold::testing;

namespace {

constexpr std::uint16_t memberPort = 7411;
/// Another than the standard one: the house has to remember it.
constexpr std::uint16_t forwardedPort = 8411;
/// Far less than what passes between two calls to whoever is away: only what was noticed can be so soon.
constexpr std::chrono::seconds soon{20};
/// From a goodbye, a reset or a page that is opened until all say who is away.
constexpr std::chrono::seconds evidence{1};
/// The list of devices asks those who are there, and not again sooner.
constexpr std::chrono::milliseconds betweenLooks{2'000};

} // namespace

class TwoHomesScenario : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Internet> internet_;
    std::unique_ptr<Home> home_; ///< where the nas is
    std::unique_ptr<Home> away_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> laptop_;
    std::unique_ptr<Machine> tablet_;

    [[nodiscard]] std::string publicPlace() const
    {
        return home_->router().address() + ':' + std::to_string(forwardedPort);
    }
    bool meet(std::chrono::milliseconds atMost = patience)
    {
        return comesTrue([&] { return nas_->head() == laptop_->head(); }, atMost);
    }
    /// Each changes something, and has both then.
    bool changesMeet(const std::string &name)
    {
        return nas_->say({"person", "add", name + " at home"}).exitCode == 0
            && laptop_->say({"person", "add", name + " away"}).exitCode == 0 && meet(soon) && bothHave(name);
    }
    bool bothHave(const std::string &name)
    {
        for (const Machine *machine : {nas_.get(), laptop_.get()}) {
            const std::string people = machine->say({"person", "list"}).output;
            if (!people.contains(name + " at home") || !people.contains(name + " away"))
                return false;
        }
        return true;
    }
    /// How long the laptop takes, with somebody looking at its devices all the while, until it tells so many
    /// members as online.
    std::chrono::milliseconds timeUntilOnline(int count)
    {
        QElapsedTimer timer;
        timer.start();
        const bool isSo = comesTrue(
            [&] {
                return laptop_->say({"device", "list"}).exitCode == 0 && laptop_->membersOnline() == count;
            },
            soon);
        return isSo ? std::chrono::milliseconds(timer.elapsed()) : soon;
    }
    /// As the laptop says.
    std::string networkOfNas()
    {
        for (const auto device : laptop_->ask({"device", "list"}).array()) {
            if (device[u"name"] == QStringLiteral("nas"))
                return device[u"network"].toString().toStdString();
        }
        return {};
    }
    std::string words() { return nas_->lastWords() + "\n--\n" + laptop_->lastWords(); }

private Q_SLOTS:
    void initTestCase()
    {
        auto internet = Internet::create();
        QVERIFY2(internet, reason(internet).c_str());
        internet_ = std::move(*internet);
        auto home = Home::create({"nas", "tablet"}, 1);
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        auto away = Home::create({"laptop"}, 2);
        QVERIFY2(away, reason(away).c_str());
        away_ = std::move(*away);
        VERIFY_DONE(home_->connect(*internet_));
        VERIFY_DONE(away_->connect(*internet_));
        VERIFY_DONE(home_->router().forward(forwardedPort, home_->address(0), memberPort));
        nas_ = std::make_unique<Machine>(home_->host(0), folder_);
        laptop_ = std::make_unique<Machine>(away_->host(0), folder_);
        QVERIFY(nas_->start());
        QVERIFY(laptop_->start());
        QCOMPARE(nas_->say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
    }

    void theLaptopJoinsByTheRoutersAddress()
    {
        QCOMPARE(join(*laptop_, *nas_, publicPlace(), "owner"), std::string());
        QCOMPARE(laptop_->houseName(), "Smith");
        QVERIFY(meet());
    }

    void whatEitherChangesIsAtBoth() { QVERIFY2(changesMeet("Emma"), words().c_str()); }

    void whoWasOffCallsWhereItWasAnsweredOnce()
    {
        laptop_->stop();
        QCOMPARE(nas_->say({"house", "rename", "Miller"}).exitCode, 0);
        QVERIFY(laptop_->start());
        QVERIFY2(comesTrue([&] { return laptop_->houseName() == "Miller"; }, soon), words().c_str());
    }

    /// It can't call the laptop, whose router lets nobody in.
    void theNasIsCalledAgainSoonAfterItWasOff()
    {
        nas_->stop();
        QCOMPARE_LE(timeUntilOnline(1), evidence);
        QCOMPARE(laptop_->say({"house", "rename", "Jones"}).exitCode, 0);
        QVERIFY(nas_->start());
        QVERIFY2(comesTrue([&] { return nas_->houseName() == "Jones"; }, soon), words().c_str());
    }

    void theNasThatIsKilledIsAwayWithinASecond()
    {
        nas_->kill();
        QCOMPARE_LE(timeUntilOnline(1), evidence);
        QVERIFY(nas_->start());
        QVERIFY2(comesTrue([&] { return laptop_->membersOnline() == 2; }, soon), words().c_str());
    }

    /// Nobody hears that it is, until somebody looks.
    void whoLooksWhileTheLinkIsSilentKnowsWithinASecond()
    {
        QTest::qWait(betweenLooks.count());
        VERIFY_DONE(home_->router().setSilent(true));
        QCOMPARE(laptop_->membersOnline(), 2);
        QCOMPARE_LE(timeUntilOnline(1), evidence);
        VERIFY_DONE(home_->router().setSilent(false));
        QVERIFY2(comesTrue([&] { return laptop_->membersOnline() == 2; }, soon), words().c_str());
    }

    void whatBothChangedWhileTheLinkWasSilentMeets()
    {
        VERIFY_DONE(home_->router().setSilent(true));
        QCOMPARE(nas_->say({"person", "add", "Ben at home"}).exitCode, 0);
        QCOMPARE(laptop_->say({"person", "add", "Ben away"}).exitCode, 0);
        // Both have said so, and nothing came.
        const int before = *home_->router().dropped();
        QVERIFY(comesTrue([&] { return home_->router().dropped().value_or(0) > before + 1; }));
        QVERIFY(nas_->head() != laptop_->head());
        VERIFY_DONE(home_->router().setSilent(false));
        QVERIFY2(meet(), words().c_str());
        QVERIFY(bothHave("Ben"));
    }

    void theLaptopThatComesHomeIsThereSoon()
    {
        VERIFY_DONE(home_->moveIn(*away_, 0));
        QVERIFY2(changesMeet("Ana"), words().c_str());
        QVERIFY(comesTrue([&] { return laptop_->membersOnline() == 2; }, soon));
        QVERIFY(comesTrue([&] { return networkOfNas() == "same"; }, soon));
    }

    void theLaptopThatLeavesAgainIsThereSoon()
    {
        VERIFY_DONE(away_->moveIn(*home_, 2));
        QVERIFY2(changesMeet("Eve"), words().c_str());
        QVERIFY(comesTrue([&] { return networkOfNas() == "other"; }, soon));
    }

    void aThirdThatJoinsAtHomeHasWhatTheLaptopChangesAway()
    {
        tablet_ = std::make_unique<Machine>(home_->host(1), folder_);
        QVERIFY(tablet_->start());
        QCOMPARE(join(*tablet_, *nas_, home_->address(0), "member"), std::string());
        QCOMPARE(laptop_->say({"house", "rename", "Baker"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return tablet_->houseName() == "Baker"; }));
    }

    void whoIsForgottenFromAwayIsToldThatAndNothingElse()
    {
        const Said forgotten = laptop_->say({"device", "forget", "tablet"});
        QVERIFY2(forgotten.exitCode == 0, forgotten.output.c_str());
        QVERIFY(comesTrue(
            [&] { return tablet_->say({"status", "--json"}).output.contains("removed-from-house"); }));
        QCOMPARE(nas_->say({"house", "rename", "Cook"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return laptop_->houseName() == "Cook"; }));
        QCOMPARE(tablet_->houseName(), "Baker");
        QCOMPARE(nas_->ask({"house", "show"})[u"members"].toArray().size(), 2);
    }

    void whoIsForgottenIsStillRefusedWhenItStartsAgain()
    {
        tablet_->stop();
        QVERIFY(tablet_->start());
        QVERIFY(comesTrue(
            [&] { return tablet_->say({"status", "--json"}).output.contains("removed-from-house"); }));
        QCOMPARE(tablet_->houseName(), "Baker");
        QVERIFY2(changesMeet("Max"), words().c_str());
    }

    void gitFindsAllOfItSoundAndSigned()
    {
        for (const Machine *machine : {nas_.get(), laptop_.get(), tablet_.get()}) {
            QCOMPARE(machine->soundness(), std::string());
            QCOMPARE(machine->unsignedChanges(), std::string());
        }
    }
};

QTEST_GUILESS_MAIN(TwoHomesScenario)
#include "two_homes_scenario.moc"
