// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/change_calls.h"
#include "change/revert.h"
#include "house_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::ChangeState;

namespace {

constexpr const char *path = "people/ana.toml";
constexpr const char *text = "name = \"Ana\"\nrole = \"member\"\n";
constexpr std::chrono::days threeWeeks{21};

Step stepAt(const std::string &name, Time due)
{
    return {name, {{"key", "4711"}}, due};
}

} // namespace

class ConvergenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConvergingChangeSaysWhenItGoesOn()
    {
        HouseFixture house;
        const Time due = house.clock.now() + threeWeeks;
        house.domain.firstStep = stepAt("publish", due);
        const auto change = house.write(path, text);
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::converging);
        QCOMPARE(change->next_step, std::optional(due));
        QVERIFY(house.domain.proceeded.empty());
    }

    void itsStepsAreTakenInTurnAndThenItIsKept()
    {
        HouseFixture house;
        house.domain.firstStep = stepAt("publish", house.clock.now());
        const Step retire = stepAt("retire", house.clock.now() + threeWeeks);
        house.domain.nextStep = retire;
        const auto change = house.write(path, text);
        QTRY_COMPARE(house.domain.proceeded.size(), std::size_t(1));
        QCOMPARE(house.domain.proceeded.front().name, std::string("publish"));
        QCOMPARE(house.pipeline->describe(change->id)->next_step, std::optional(retire.due));

        house.domain.firstStep.reset();
        house.domain.nextStep.reset();
        house.clock.advance(threeWeeks);
        house.restart();
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
        QCOMPARE(house.domain.proceeded.back(), retire);
    }

    void aStepWhoseTimeCameWhileTheEngineWasOffIsTakenAtStart()
    {
        HouseFixture house;
        house.domain.firstStep = stepAt("publish", house.clock.now() + std::chrono::days(1));
        const auto change = house.write(path, text);
        house.clock.advance(threeWeeks);
        house.restart();
        QTRY_COMPARE(house.domain.proceeded.size(), std::size_t(1));
        QCOMPARE(house.domain.proceeded.front(), *house.domain.firstStep);
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
    }

    void whereTheStoreWasLostTheStepsBeginAgain()
    {
        HouseFixture house;
        house.domain.firstStep = stepAt("publish", house.clock.now() + threeWeeks);
        const auto change = house.write(path, text);
        house.loseStore();
        house.restart();
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::converging);
    }

    void aStepThatFailsIsToldAndTriedAgain()
    {
        HouseFixture house;
        house.domain.stepsFail = true;
        house.domain.firstStep = stepAt("publish", house.clock.now());
        const auto change = house.write(path, text);
        QTRY_COMPARE(house.pipeline->findings().size(), std::size_t(1));
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::converging);
        QCOMPARE(house.pipeline->describe(change->id)->next_step,
            std::optional(house.clock.now() + Convergence::retryInterval));

        house.domain.stepsFail = false;
        house.clock.advance(Convergence::retryInterval);
        house.restart();
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
        QVERIFY(house.pipeline->findings().empty());
    }

    void aStepThatFailsInATrialTakesTheChangeBack()
    {
        HouseFixture house;
        house.domain.stepsFail = true;
        house.domain.firstStep = stepAt("publish", house.clock.now());
        Draft draft = house.draft(path, text);
        draft.trial = std::chrono::seconds(3600);
        const auto change = house.pipeline->submit(draft);
        QCOMPARE(change->state, ChangeState::trial);
        house.domain.firstStep.reset();
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.domain.proceeded.size(), std::size_t(1));
        QCOMPARE(house.soundness(), std::string());
    }

    void theStepsOfAChangeThatWasUndoneAreNotTaken()
    {
        HouseFixture house;
        house.domain.firstStep = stepAt("publish", house.clock.now() + std::chrono::days(1));
        const auto change = house.write(path, text);
        house.domain.firstStep.reset();
        auto plan = planUndo(*house.pipeline, change->id);
        QVERIFY(plan);
        QVERIFY(house.pipeline->submit(draftOf(*plan, contract::Cause::undo, house.owner)));
        house.clock.advance(threeWeeks);
        house.restart();
        QCoreApplication::processEvents(); // a step that is due would be taken now
        QVERIFY(house.domain.proceeded.empty());
    }

    void goingBackToBeforeAConvergingChangeEndsItsSteps()
    {
        HouseFixture house;
        const auto before = house.write("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n");
        house.domain.firstStep = stepAt("publish", house.clock.now() + std::chrono::days(1));
        QVERIFY(house.write(path, text));
        house.domain.firstStep.reset();
        auto plan = planRestore(*house.pipeline, before->id);
        QVERIFY(plan);
        QVERIFY(house.pipeline->submit(draftOf(*plan, contract::Cause::restore, house.owner)));
        house.clock.advance(threeWeeks);
        house.restart();
        QCoreApplication::processEvents(); // a step that is due would be taken now
        QVERIFY(house.domain.proceeded.empty());
    }

    void whatIsNotInForceAtStartIsToldUntilItIs()
    {
        HouseFixture house;
        house.domain.failWith = "Smith";
        house.restart();
        QCOMPARE(house.pipeline->findings().size(), std::size_t(1));
        QCOMPARE(house.pipeline->findings().front().code, contract::FindingCode::not_in_force);
        house.domain.failWith.reset();
        house.pipeline->factsChanged("whereabouts");
        QVERIFY(house.pipeline->findings().empty());
    }

    void aChangedFactAppliesAgainOnlyWhereItIsUsed()
    {
        HouseFixture house;
        const int before = house.domain.applies;
        house.pipeline->factsChanged("minutes-used");
        QCOMPARE(house.domain.applies, before);
        house.pipeline->factsChanged("whereabouts");
        QCOMPARE(house.domain.applies, before + 1);
    }
};

QTEST_GUILESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
