// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/change_calls.h"
#include "house_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

constexpr const char *ana = "name = \"Ana\"\nrole = \"member\"\n";
constexpr const char *tom = "name = \"Tom\"\nrole = \"guest\"\n";

bool has(const HouseFixture &house, const char *path)
{
    return house.pipeline->configuration().find(path) != nullptr;
}

std::string codeOfFinding(const HouseFixture &house)
{
    const auto findings = house.byHand->findings();
    return findings.empty() ? std::string() : findings.front().args.at("code");
}

bool isMainBack(const HouseFixture &house)
{
    return *house.pipeline->repository().resolve(mainReference) == house.pipeline->head();
}

std::string waiting(const HouseFixture &house)
{
    return house.gitSays("for-each-ref refs/freehold/by-hand-waiting");
}

} // namespace

/// What by hand is not taken in at once, and is not forgotten.
class ByHandWaitingTest : public QObject {
    Q_OBJECT

private:
    static void lock(HouseFixture &house)
    {
        house.isLocked = true;
        house.pipeline->setSigner(nullptr);
    }
    static void unlock(HouseFixture &house)
    {
        house.isLocked = false;
        house.pipeline->setSigner(&house.key());
        house.byHand->lookAgain();
    }

private Q_SLOTS:
    void aCommitMadeWhileTheVaultIsLockedIsTakenInWhenItIsUnlocked()
    {
        HouseFixture house;
        lock(house);
        house.writeFile("people/ana.toml", ana);
        const ObjectId theirs = house.commitByHand();
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("vault-locked"), 10'000);
        QVERIFY(house.byHand->refused()->empty());
        QVERIFY(*house.byHand->isWaiting(theirs));
        QCOMPARE(house.soundness(), std::string());
        unlock(house);
        QVERIFY(has(house, "people/ana.toml"));
        QVERIFY(house.byHand->findings().empty());
        QCOMPARE(waiting(house), std::string());
        QCOMPARE(house.soundness(), std::string());
    }

    void ofTwoCommitsMadeWhileTheVaultIsLockedBothAreTakenIn()
    {
        HouseFixture house;
        lock(house);
        house.writeFile("people/ana.toml", ana);
        const ObjectId first = house.commitByHand();
        QTRY_VERIFY_WITH_TIMEOUT(*house.byHand->isWaiting(first) && isMainBack(house), 10'000);
        house.writeFile("people/tom.toml", tom);
        const ObjectId second = house.commitByHand();
        QTRY_VERIFY_WITH_TIMEOUT(*house.byHand->isWaiting(second) && isMainBack(house), 10'000);
        unlock(house);
        QVERIFY(has(house, "people/ana.toml"));
        QVERIFY(has(house, "people/tom.toml"));
        QCOMPARE(waiting(house), std::string());
        QCOMPARE(house.soundness(), std::string());
    }

    void aCommitWaitsForTheKeyOverARestart()
    {
        HouseFixture house;
        lock(house);
        house.writeFile("people/ana.toml", ana);
        const ObjectId theirs = house.commitByHand();
        QTRY_VERIFY_WITH_TIMEOUT(*house.byHand->isWaiting(theirs), 10'000);
        house.restart();
        QCOMPARE(codeOfFinding(house), std::string("vault-locked"));
        house.isLocked = false;
        house.restart();
        QVERIFY(has(house, "people/ana.toml"));
        QCOMPARE(waiting(house), std::string());
        QCOMPARE(house.soundness(), std::string());
    }

    void aKillAfterMainWentBackForgetsNoCommit()
    {
        HouseFixture house;
        house.byHand.reset();
        house.pipeline.reset();
        house.writeFile("people/ana.toml", ana);
        const ObjectId theirs = house.commitByHand();
        {
            auto repository = Repository::open(house.workTree());
            const auto settled = settleMain(*repository, house.key().publicKey());
            QCOMPARE(settled->byHand, theirs);
        }
        house.restart();
        QVERIFY(has(house, "people/ana.toml"));
        QCOMPARE(house.soundness(), std::string());
    }

    void anEditThatATrialStoodInTheWayOfIsTakenInAfterIt()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        Draft draft = house.draft("people/ana.toml", "name = \"Anna\"\nrole = \"member\"\n");
        draft.trial = std::chrono::seconds(3600);
        const auto trial = house.pipeline->submit(draft);
        house.writeFile("people/ana.toml", "name = \"Anne\"\nrole = \"member\"\n");
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("change-in-trial"), 10'000);
        QVERIFY(house.pipeline->confirm(trial->id, house.owner));
        QTRY_COMPARE_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml")->textAt("name"),
            std::string("Anne"), 10'000);
        QTRY_VERIFY(house.byHand->findings().empty());
        QVERIFY(house.byHand->refused()->empty());
    }

    void aCommitThatATrialStoodInTheWayOfIsCarriedOverAfterIt()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", ana));
        Draft draft = house.draft("people/ana.toml", "name = \"Anna\"\nrole = \"member\"\n");
        draft.trial = std::chrono::seconds(3600);
        const auto trial = house.pipeline->submit(draft);
        house.writeFile("people/ana.toml", "name = \"Anne\"\nrole = \"member\"\n");
        const ObjectId theirs = house.commitByHand();
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("change-in-trial"), 10'000);
        QVERIFY(*house.byHand->isWaiting(theirs));
        QVERIFY(house.write("people/tom.toml", tom));
        QVERIFY(house.pipeline->confirm(trial->id, house.owner));
        QTRY_COMPARE_WITH_TIMEOUT(house.pipeline->configuration().find("people/ana.toml")->textAt("name"),
            std::string("Anne"), 10'000);
        QVERIFY(has(house, "people/tom.toml"));
        QTRY_COMPARE(house.soundness(), std::string());
    }

    void anEditThatCanNotBeAppliedIsRefused()
    {
        HouseFixture house;
        house.domain.failWith = "Jones";
        house.writeFile("house.toml", withValue(houseText, "name", std::string("Jones")));
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("apply-failed"), 10'000);
        QCOMPARE(house.byHand->refused()->size(), std::size_t(1));
        QCOMPARE(house.pipeline->configuration().find("house.toml")->textAt("name"), std::string("Smith"));
    }

    void aCommitThatWasRefusedIsListedNoMoreOnceItIsTakenIn()
    {
        HouseFixture house;
        house.domain.failWith = "Jones";
        house.writeFile("house.toml", withValue(houseText, "name", std::string("Jones")));
        const ObjectId theirs = house.commitByHand();
        QTRY_COMPARE_WITH_TIMEOUT(codeOfFinding(house), std::string("apply-failed"), 10'000);
        QCOMPARE(house.byHand->refused()->size(), std::size_t(1));
        const auto failed = house.byHand->choose(theirs, house.owner);
        QCOMPARE(failed->state, contract::ChangeState::rolled_back);
        QCOMPARE(house.byHand->refused()->size(), std::size_t(1));
        house.domain.failWith.reset();
        house.gitSays(("reset -q --hard " + theirs).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(house.byHand->refused()->empty(), 10'000);
        QCOMPARE(house.pipeline->configuration().find("house.toml")->textAt("name"), std::string("Jones"));
        QVERIFY(house.byHand->findings().empty());
        QCOMPARE(house.soundness(), std::string());
    }

    void aCommitByHandThatWasTakenInIsShownAsItsChange()
    {
        HouseFixture house;
        HouseSlot slot;
        CallTable table;
        ChangeCalls calls(slot);
        calls.addCalls(table);
        house.writeFile("people/ana.toml", ana);
        const ObjectId theirs = house.commitByHand("Ana moves in");
        QTRY_VERIFY_WITH_TIMEOUT(has(house, "people/ana.toml"), 10'000);
        const ObjectId head = house.pipeline->head();
        slot.pipeline = std::move(house.pipeline);
        slot.byHand = std::move(house.byHand);
        QJsonObject shown;
        table.find("change.show")
            ->handle(house.owner, {{QStringLiteral("id"), QString::fromStdString(theirs)}},
                [&](const Result<QJsonValue> &answer) { shown = answer->toArray().first().toObject(); });
        QCOMPARE(shown.value(QStringLiteral("id")).toString().toStdString(), head);
        QCOMPARE(shown.value(QStringLiteral("state")).toString(), QStringLiteral("kept"));
        QCOMPARE(shown.value(QStringLiteral("reason")).toString(), QStringLiteral("Ana moves in"));
    }
};

QTEST_GUILESS_MAIN(ByHandWaitingTest)
#include "by_hand_waiting_test.moc"
