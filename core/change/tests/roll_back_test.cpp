// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include <QTest>

#include <fstream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::ChangeState;

namespace {

std::string houseCalled(const std::string &name)
{
    return withValue(houseText, "name", name);
}

} // namespace

/// What fails after `main` has moved, and what a cut leaves of a roll-back.
class RollBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeThatCanNotBeTakenBackYetIsNotKept()
    {
        HouseFixture house;
        const auto lock = house.workTree() / ".git/refs/heads/main.lock";
        house.domain.failWith = "Jones";
        house.domain.onApply = [&] { std::ofstream(lock).put('x'); };
        const auto change = house.write("house.toml", houseCalled("Jones"));
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::waiting);
        QCOMPARE(house.pipeline->findings().front().code, contract::FindingCode::roll_back_waits);
        QCOMPARE(house.pipeline->findings().front().args.at("change"), change->id);
        QVERIFY(!house.write("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n"));

        house.domain.onApply = {};
        std::filesystem::remove(lock);
        QVERIFY(house.write("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n"));
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.fileText("house.toml"), std::string(houseText));
        QVERIFY(house.pipeline->findings().empty());
        QCOMPARE(house.soundness(), std::string());
    }

    /// Else there would be a second one, which changes nothing and which no other member takes in.
    void aTrialIsRolledBackOnce()
    {
        HouseFixture house;
        Draft draft = house.draft("house.toml", houseCalled("Jones"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house.pipeline->submit(draft);
        QVERIFY(tried);
        const auto lock = house.workTree() / (".git/refs/freehold/trial/" + tried->id + ".lock");
        std::ofstream(lock).put('x');
        const auto back = house.pipeline->rollBack(tried->id, std::nullopt);
        QVERIFY(back);
        QVERIFY(house.pipeline->trials().find(tried->id) != nullptr);
        std::filesystem::remove(lock);
        QVERIFY(house.pipeline->history().reset(*back)); // as after something of others was taken in
        QCOMPARE(*house.pipeline->rollBack(tried->id, std::nullopt), *back);
        QCOMPARE(house.pipeline->head(), *back);
        QVERIFY(house.pipeline->trials().all().empty());
    }

    void filesThatWereAlreadyWrittenGoBackToo()
    {
        HouseFixture house;
        const ObjectId before = house.pipeline->head();
        const auto change = house.write("house.toml", houseCalled("Jones"));
        house.setApplied(before);
        house.domain.failWith = "Jones";
        house.restart();
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.fileText("house.toml"), std::string(houseText));
        QCOMPARE(house.soundness(), std::string());
    }

    void aRollBackIsNotRolledBack()
    {
        HouseFixture house;
        const ObjectId before = house.pipeline->head();
        house.domain.failWith = "Jones";
        QVERIFY(house.write("house.toml", houseCalled("Jones")));
        const ObjectId back = house.pipeline->head();
        house.setApplied(before);
        house.domain.failWith = "Smith";
        house.restart();
        QCOMPARE(house.pipeline->head(), back);
        QCOMPARE(house.pipeline->findings().front().code, contract::FindingCode::not_in_force);
        QCOMPARE(house.soundness(), std::string());
    }

    void whatFailsWhileTheVaultIsLockedGoesBackWhenItIsUnlocked()
    {
        HouseFixture house;
        const ObjectId before = house.pipeline->head();
        const auto change = house.write("house.toml", houseCalled("Jones"));
        house.setApplied(before);
        house.domain.failWith = "Jones";
        house.isLocked = true;
        house.restart();
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::waiting);
        QCOMPARE(*house.pipeline->repository().resolve(appliedReference), before);
        house.pipeline->setSigner(&house.key());
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.soundness(), std::string());
    }

    void anAlertFromBeforeATrialIsNoFaultOfItAfterARestart()
    {
        HouseFixture house;
        house.domain.findings = house.domain.findingsAfterApply
            = {{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}}};
        house.domain.wantedTrial = std::chrono::seconds(60);
        const auto change = house.write("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n");
        QCOMPARE(change->state, ChangeState::trial);
        house.clock.advance(std::chrono::minutes(2));
        house.restart();
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
    }

    void aTrialEndsInItsTimeThoughTheStampsRunAhead()
    {
        HouseFixture house;
        house.clock.advance(std::chrono::years(1));
        QVERIFY(house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n"));
        house.clock.advance(-std::chrono::years(1));
        Draft draft = house.draft("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n");
        draft.trial = std::chrono::seconds(60);
        const auto change = house.pipeline->submit(draft);
        QVERIFY(change);
        house.clock.advance(std::chrono::seconds(40));
        house.restart();
        const auto *trial = house.pipeline->trials().find(change->id);
        QVERIFY(trial != nullptr);
        QVERIFY(trial->ends - house.clock.now() <= std::chrono::seconds(20));
    }

    void stepsOfAChangeThatIsGoneAreNotTakenAfterACut()
    {
        HouseFixture house;
        house.domain.firstStep = Step{"publish", {}, house.clock.now() + std::chrono::days(1)};
        Draft draft = house.draft("people/ana.toml", "name = \"Ana\"\nrole = \"member\"\n");
        draft.trial = std::chrono::seconds(3600);
        const auto change = house.pipeline->submit(draft);
        const Convergence::Pending pending{change->id, "obedient", *house.domain.firstStep};
        house.domain.firstStep.reset();
        QVERIFY(house.pipeline->rollBack(change->id, std::nullopt));
        QVERIFY(house.convergence().set(pending)); // as where the disk forgot that it was dropped
        house.clock.advance(std::chrono::days(2));
        house.restart();
        QCoreApplication::processEvents();
        QVERIFY(house.domain.proceeded.empty());
    }
};

QTEST_GUILESS_MAIN(RollBackTest)
#include "roll_back_test.moc"
