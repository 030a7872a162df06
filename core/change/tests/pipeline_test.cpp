// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/change_calls.h"
#include "change/revert.h"
#include "house_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::ChangeState;

namespace {

std::string person(const std::string &name, const std::string &role = "member")
{
    return "name = \"" + name + "\"\nrole = \"" + role + "\"\n";
}

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsCommittedSignedAppliedAndInTheWorkTree()
    {
        HouseFixture house;
        const auto change = house.write("people/ana.toml", person("Ana"));
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::kept);
        QCOMPARE(house.fileText("people/ana.toml"), person("Ana"));
        QCOMPARE(*house.pipeline->repository().resolve(appliedReference), change->id);
        QVERIFY(house.domain.applied.find("people/ana.toml") != nullptr);
        QCOMPARE(house.soundness(), std::string());
    }

    void packingLeavesFewPacksAndAllObjects()
    {
        HouseFixture house;
        for (int step = 0; step < 130; ++step) {
            QVERIFY(house.write("people/ana.toml", person("Ana " + std::to_string(step))));
            QVERIFY(house.pipeline->repository().packIfDue());
        }
        const auto packs = house.workTree() / ".git/objects/pack";
        const auto count = std::distance(
            std::filesystem::directory_iterator(packs), std::filesystem::directory_iterator());
        QVERIFY2(count <= 100, std::to_string(count).c_str());
        QCOMPARE(house.soundness(), std::string());
        QVERIFY(house.write("people/ana.toml", person("Ana at last")));
    }

    void aRefusedDocumentChangesNothing()
    {
        HouseFixture house;
        const auto head = house.pipeline->head();
        const auto change = house.write("people/ana.toml", "name = \"Ana\"\nrole = \"king\"\n");
        QVERIFY(!change);
        QCOMPARE(change.error().code, ErrorCode::documents_invalid);
        QCOMPARE(change.error().problems.front().key, std::string("role"));
        QCOMPARE(change.error().problems.front().line, 2);
        QCOMPARE(house.pipeline->head(), head);
        QCOMPARE(house.soundness(), std::string());
    }

    void explainingChangesNothingAndTellsTheSameEffects()
    {
        HouseFixture house;
        const auto head = house.pipeline->head();
        const auto draft = house.draft("people/ana.toml", person("Ana"));
        const auto explained = house.pipeline->explain(draft);
        QVERIFY(explained);
        QCOMPARE(house.pipeline->head(), head);
        const auto change = house.pipeline->submit(draft);
        QVERIFY(change);
        QVERIFY(change->effects == explained->effects);
        QCOMPARE(explained->effects.size(), std::size_t(1));
    }

    void aChangeThatCannotBeAppliedGoesBackByItself()
    {
        HouseFixture house;
        house.domain.failWith = "Jones";
        std::string text = withValue(houseText, "name", std::string("Jones"));
        const auto change = house.write("house.toml", text);
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::rolled_back);
        QVERIFY(change->rolled_back_because);
        QCOMPARE(house.fileText("house.toml"), std::string(houseText));
        QCOMPARE(house.domain.applied.find("house.toml")->textAt("name"), std::string("Smith"));
        QCOMPARE(house.soundness(), std::string());
    }

    void anAlertAfterAnApplyRollsTheChangeBack()
    {
        HouseFixture house;
        house.domain.findingsAfterApply
            = {{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}}};
        const auto change = house.write("people/ana.toml", person("Ana"));
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::rolled_back);
        QCOMPARE(change->rolled_back_because->code, contract::FindingCode::not_in_force);
    }

    void anAlertFromBeforeIsNoFaultOfAChange()
    {
        HouseFixture house;
        house.domain.findings = house.domain.findingsAfterApply
            = {{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}}};
        const auto change = house.write("people/ana.toml", person("Ana"));
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::kept);
    }

    void aPersonsTrialGoesBackUnlessItIsConfirmed()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.trial = std::chrono::seconds(1);
        const auto change = house.pipeline->submit(draft);
        QVERIFY(change);
        QCOMPARE(change->state, ChangeState::trial);
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QVERIFY(house.pipeline->configuration().find("people/ana.toml") == nullptr);
        QCOMPARE(house.soundness(), std::string());
    }

    void aConfirmedTrialIsKept()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.trial = std::chrono::seconds(60);
        const auto change = house.pipeline->submit(draft);
        QVERIFY(house.pipeline->confirm(change->id, house.owner));
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
        QCOMPARE(
            house.pipeline->confirm(change->id, house.owner).error().code, ErrorCode::change_not_in_trial);
    }

    void aDomainsTrialIsKeptByGoodEvidence()
    {
        HouseFixture house;
        house.domain.wantedTrial = std::chrono::seconds(1);
        const auto change = house.write("people/ana.toml", person("Ana"));
        QCOMPARE(change->state, ChangeState::trial);
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::kept);
    }

    void aTrialSurvivesARestartAndItsDeadlineToo()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.trial = std::chrono::seconds(3600);
        const auto change = house.pipeline->submit(draft);
        house.restart();
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::trial);
        house.clock.advance(std::chrono::hours(2));
        house.restart();
        QTRY_COMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.soundness(), std::string());
    }

    void aClockThatJumpsAYearBackDoesNotProlongATrial()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.trial = std::chrono::seconds(60);
        const auto change = house.pipeline->submit(draft);
        house.clock.advance(-std::chrono::years(1));
        house.restart();
        const auto *trial = house.pipeline->trials().find(change->id);
        QVERIFY(trial != nullptr);
        QVERIFY(trial->ends - house.clock.now() <= std::chrono::seconds(60));
    }

    void whatATrialChangesIsNotChangedByAnother()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", person("Ana")));
        Draft draft = house.draft("people/ana.toml", person("Anna"));
        draft.trial = std::chrono::seconds(60);
        const auto trial = house.pipeline->submit(draft);
        QVERIFY(trial);
        const auto meeting = house.write("people/ana.toml", person("Anne"));
        QCOMPARE(meeting.error().code, ErrorCode::change_in_trial);
        QCOMPARE(meeting.error().arguments.at("change"), trial->id);
        QVERIFY(house.write("people/ana.toml", person("Anna", "owner")));
    }

    void whatATrialMadeIsNotReferredToWhileItCanStillGoBack()
    {
        HouseFixture house;
        auto draft = house.draft("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n");
        draft.trial = std::chrono::seconds(60);
        const auto trial = house.pipeline->submit(draft);
        QVERIFY(trial);
        const auto refused = house.write("devices/tv.toml", "owner = \"tom\"\n");
        QCOMPARE(refused.error().code, ErrorCode::change_in_trial);
        QCOMPARE(refused.error().arguments.at("change"), trial->id);
        QVERIFY(house.pipeline->confirm(trial->id, house.owner));
        QVERIFY(house.write("devices/tv.toml", "owner = \"tom\"\n"));
    }

    void aRollBackThatCanNotBeMadeYetIsAFinding()
    {
        HouseFixture house;
        auto draft = house.draft("people/tom.toml", "name = \"Tom\"\nrole = \"guest\"\n");
        draft.trial = std::chrono::seconds(1);
        const auto trial = house.pipeline->submit(draft);
        QVERIFY(trial);
        const auto lock = house.workTree() / ".git/refs/heads/main.lock";
        std::ofstream(lock).put('x');
        QTRY_VERIFY_WITH_TIMEOUT(!house.pipeline->findings().empty(), 10'000);
        const auto finding = house.pipeline->findings().front();
        QCOMPARE(finding.code, contract::FindingCode::roll_back_waits);
        QCOMPARE(finding.args.at("change"), trial->id);
        std::filesystem::remove(lock);
        QVERIFY(house.pipeline->rollBack(trial->id, std::nullopt));
        QVERIFY(house.pipeline->findings().empty());
    }

    void rollingBackOneTrialLeavesLaterChanges()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", person("Ana")));
        Draft draft = house.draft("people/ana.toml", person("Anna"));
        draft.trial = std::chrono::seconds(60);
        const auto trial = house.pipeline->submit(draft);
        QVERIFY(house.write("people/ana.toml", person("Anna", "owner")));
        QVERIFY(house.pipeline->rollBack(trial->id, std::nullopt));
        QCOMPARE(house.fileText("people/ana.toml"), person("Ana", "owner"));
        QCOMPARE(house.soundness(), std::string());
    }

    void undoTakesOneChangeBackAndSaysWhatStandsInTheWay()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", person("Ana")));
        const auto rename = house.write("people/ana.toml", person("Anna"));
        const auto role = house.write("people/ana.toml", person("Anna", "owner"));
        auto plan = planUndo(*house.pipeline, rename->id);
        QVERIFY(plan);
        QVERIFY(house.pipeline->submit(draftOf(*plan, contract::Cause::undo, house.owner)));
        QCOMPARE(house.fileText("people/ana.toml"), person("Ana", "owner"));
        QCOMPARE(house.pipeline->describe(rename->id)->state, ChangeState::undone);
        QCOMPARE(planUndo(*house.pipeline, rename->id).error().code, ErrorCode::change_already_undone);

        const auto again = house.write("people/ana.toml", person("Anita", "owner"));
        QVERIFY(again);
        const auto blocked = planRedo(*house.pipeline, rename->id);
        QCOMPARE(blocked.error().code, ErrorCode::undo_conflict);
        QCOMPARE(blocked.error().arguments.at("change"), again->id);
        QVERIFY(planUndo(*house.pipeline, role->id));
    }

    void anUndoThatIsTakenBackTookNothingBack()
    {
        HouseFixture house;
        QVERIFY(house.write("people/ana.toml", person("Ana")));
        const auto rename = house.write("people/ana.toml", person("Anna"));
        std::string last = rename->id;
        for (int times = 0; times < 2; ++times) {
            const auto plan = planUndo(*house.pipeline, last);
            QVERIFY(plan);
            last = house.pipeline->submit(draftOf(*plan, contract::Cause::undo, house.owner))->id;
        }
        QCOMPARE(house.pipeline->describe(rename->id)->state, ChangeState::kept);
        house.restart();
        QVERIFY(*house.pipeline->history().contains(rename->id));
        QCOMPARE(house.pipeline->describe(rename->id)->state, ChangeState::kept);
    }

    void aTrialThatMakesADocumentMeetsEveryChangeOfIt()
    {
        HouseFixture house;
        Draft draft = house.draft("devices/tv.toml", "name = \"tv\"\n");
        draft.trial = std::chrono::seconds(60);
        QVERIFY(house.pipeline->submit(draft));
        const auto meeting = house.write("devices/tv.toml", "name = \"tv\"\nkind = \"television\"\n");
        QCOMPARE(meeting.error().code, ErrorCode::change_in_trial);
    }

    void aTrialThatEndsWhileTheVaultIsLockedGoesBackWhenItIsUnlocked()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.trial = std::chrono::seconds(60);
        const auto change = house.pipeline->submit(draft);
        house.pipeline->setSigner(nullptr);
        QCOMPARE(house.pipeline->rollBack(change->id, std::nullopt).error().code, ErrorCode::vault_locked);
        house.clock.advance(std::chrono::hours(1));
        house.pipeline->setSigner(&house.key());
        QCOMPARE(house.pipeline->describe(change->id)->state, ChangeState::rolled_back);
        QCOMPARE(house.soundness(), std::string());
    }

    void undoKeepsCommentsThatWereWrittenSince()
    {
        HouseFixture house;
        const auto first = house.write("people/ana.toml", person("Ana"));
        const auto rename = house.write("people/ana.toml", person("Anna"));
        QVERIFY(house.write("people/ana.toml", "# a comment\n" + person("Anna")));
        const auto plan = planUndo(*house.pipeline, rename->id);
        QVERIFY(plan);
        QCOMPARE(*plan->edits.front().text, "# a comment\n" + person("Ana"));
    }

    void restoringPutsTheHouseBackAndNamesWhatGoes()
    {
        HouseFixture house;
        const auto first = house.write("people/ana.toml", person("Ana"));
        const auto second = house.write("people/tom.toml", person("Tom"));
        const auto third = house.write("people/ana.toml", person("Anna"));
        const auto plan = planRestore(*house.pipeline, first->id);
        QVERIFY(plan);
        QVERIFY(plan->goes == std::vector<ObjectId>({third->id, second->id}));
        const auto byTime = planRestore(*house.pipeline, toRfc3339(second->time));
        QCOMPARE(byTime->target, second->id);
        QCOMPARE(planRestore(*house.pipeline, "last tuesday").error().code, ErrorCode::time_unparsable);
    }

    void theHistoryIsReadInPagesAndKnowsWhatBecameOfEach()
    {
        HouseFixture house;
        std::vector<std::string> ids;
        constexpr int steps = 30;
        ids.reserve(steps);
        for (int step = 0; step < steps; ++step)
            ids.push_back(house.write("people/ana.toml", person("Ana " + std::to_string(step)))->id);
        house.restart();
        const auto first = house.pipeline->history().rows({}, 10);
        QCOMPARE(first->size(), std::size_t(10));
        QCOMPARE(first->front().id, ids.back());
        const auto second = house.pipeline->history().rows(first->back().id, 10);
        QCOMPARE(second->front().id, ids[19]);
        QCOMPARE(house.pipeline->history().rows("0123456789012345678901234567890123456789", 1).error().code,
            ErrorCode::change_missing);
    }

    void aGuestMayNotChangeAndAMemberOnlyWhatIsTheirs()
    {
        HouseFixture house;
        Draft draft = house.draft("people/ana.toml", person("Ana"));
        draft.caller.role = contract::Role::member;
        QCOMPARE(house.pipeline->submit(draft).error().code, ErrorCode::not_permitted);
        Draft device = house.draft("devices/tv.toml", "name = \"tv\"\n");
        device.caller.role = contract::Role::member;
        QVERIFY(house.pipeline->submit(device));
        device.edits.front().text = "name = \"television\"\n";
        device.caller.role = contract::Role::guest;
        QCOMPARE(house.pipeline->submit(device).error().code, ErrorCode::not_permitted);
    }

    void withoutAKeyNothingChangesAndAllIsServed()
    {
        HouseFixture house;
        house.pipeline->setSigner(nullptr);
        QCOMPARE(house.write("people/ana.toml", person("Ana")).error().code, ErrorCode::vault_locked);
        QVERIFY(house.pipeline->history().rows({}, 1));
    }

    void theStampsGrowThoughTheClockJumpsBack()
    {
        HouseFixture house;
        const auto first = house.write("people/ana.toml", person("Ana"));
        house.clock.advance(-std::chrono::years(1));
        const auto second = house.write("people/ana.toml", person("Anna"));
        const auto stampOf = [&](const std::string &id) {
            return fromMessage(house.pipeline->repository().commit(id)->message).stamp;
        };
        QVERIFY(stampOf(second->id) > stampOf(first->id));
    }
};

QTEST_GUILESS_MAIN(PipelineTest)
#include "pipeline_test.moc"
