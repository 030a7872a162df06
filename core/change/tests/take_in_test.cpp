// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include "change/replication/house_merge.h"
#include "change/replication/made_again.h"

#include <QSignalSpy>
#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::ChangeState;
using contract::FindingCode;

namespace {

std::string houseCalled(const std::string &name)
{
    return withValue(houseText, "name", name);
}

constexpr const char *selfPath = "members/device.toml";

/// This machine as a member.
std::string selfText(const std::string &role)
{
    return "key = \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPGgO4HmDe5PRWLy85hxJ869rQP4mdLpx+aFg9h/H5+B\"\n"
           "admitted = \"2026-11-23T16:40:00Z\"\nrole = \""
        + role + "\"\n";
}

} // namespace

/// What other members made is there as commits, and this machine takes it in.
class TakeInTest : public QObject {
    Q_OBJECT

    std::unique_ptr<HouseFixture> house_;
    crypto::SigningKey theirKey_ = crypto::SigningKey::generate();

    /// A change of another member on top of a commit of ours; it lies in the repository, and that is all.
    ObjectId theirChange(const ObjectId &parent, const std::string &path, const std::string &text)
    {
        house_->clock.advance(std::chrono::seconds(1));
        Record record;
        record.author = {"ben", "their-device", "laptop"};
        record.stamp = {house_->clock.now(), 0};
        auto &repository = house_->pipeline->repository();
        const auto made = repository.writeCommit({parent}, repository.commit(parent)->tree, {{path, text}},
            {"ben", "laptop@freehold.invalid"}, house_->clock.now(), toMessage(record), &theirKey_);
        if (!made)
            qFatal("no commit");
        return *made;
    }
    /// All of it counts.
    Counted all(const ObjectId &theirs) const { return {head(), {theirs}, {}, {}, true}; }
    const ObjectId &head() const { return house_->pipeline->head(); }
    std::string nameInForce() const { return house_->domain.applied.find("house.toml")->textAt("name"); }
    /// As after a cut that came right after `main` had moved.
    void cutAfterMovingTo(const ObjectId &theirs)
    {
        auto &repository = house_->pipeline->repository();
        QVERIFY(repository.setReference(takingInReference, theirs));
        QVERIFY(repository.moveMain(head(), theirs).value_or(false));
        house_->restart();
    }

private Q_SLOTS:
    void init() { house_ = std::make_unique<HouseFixture>(); }
    void cleanup()
    {
        const auto fsck = house_->git({QStringLiteral("fsck"), QStringLiteral("--strict")});
        QVERIFY2(fsck.status == 0, fsck.text.c_str());
        house_.reset();
    }

    void theirChangeIsInForceInTheFilesAndInTheHistory()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        const QSignalSpy told(house_->pipeline.get(), &Pipeline::changed);
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(head(), theirs);
        QCOMPARE(nameInForce(), "Jones");
        QCOMPARE(house_->fileText("house.toml"), houseCalled("Jones"));
        const auto change = house_->pipeline->describe(theirs);
        QCOMPARE(change->state, ChangeState::kept);
        QCOMPARE(change->device, "laptop");
        QCOMPARE(told.count(), 1);
        QCOMPARE(house_->gitSays("status --porcelain"), "");
    }

    /// A member's change was taken in and built on; then that member turns out to have been removed before.
    void whatLayOnWhatCountsNoMoreIsMadeAgain()
    {
        const ObjectId good = head();
        const ObjectId theirs = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        const auto first = house_->write("house.toml", houseCalled("Jones"));
        const auto second = house_->write("devices/tv.toml", "name = \"TV\"\nkind = \"television\"\n");
        QVERIFY(first && second);
        const Counted counted{head(), {good}, {theirs, first->id, second->id}, {}, true};
        QVERIFY(house_->pipeline->takeIn(counted));
        QCOMPARE(head(), good);
        QCOMPARE(nameInForce(), "Smith");
        QCOMPARE(house_->fileText("house.toml"), houseText);
        // A cut comes in between.
        house_->restart();
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::owner));
        QCOMPARE(nameInForce(), "Jones");
        // Of the document that is gone there is what this member itself wrote.
        QCOMPARE(house_->fileText("devices/tv.toml"), "kind = \"television\"\n");
        const auto newest = house_->pipeline->repository().commit(head());
        QCOMPARE(fromMessage(newest->message).replaces, second->id);
        const auto before = house_->pipeline->repository().commit(newest->parents.front());
        QCOMPARE(fromMessage(before->message).replaces, first->id);
        QCOMPARE(before->parents, std::vector{good});
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::owner));
        QCOMPARE(head(), newest->id);
    }

    void whatThisMachineMayNotMakeAgainWaitsForAPerson()
    {
        const ObjectId good = head();
        const ObjectId theirs = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        const auto own = house_->write("house.toml", houseCalled("Jones"));
        QVERIFY(own);
        QVERIFY(house_->pipeline->takeIn({head(), {good}, {theirs, own->id}, {}, true}));
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::member));
        QCOMPARE(head(), good);
        QCOMPARE(*house_->byHand->refused(), std::vector{own->id});
        QVERIFY(house_->byHand->choose(own->id, house_->owner));
        QCOMPARE(nameInForce(), "Jones");
    }

    /// Others, who count, changed the same meanwhile: theirs stays, and a person decides.
    void nothingIsMadeAgainOverWhatOthersSaidMeanwhile()
    {
        const ObjectId good = head();
        const ObjectId gone = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        const ObjectId theirs = theirChange(good, "house.toml", houseCalled("Miller"));
        QVERIFY(house_->pipeline->takeIn(all(gone)));
        const auto own = house_->write("house.toml", houseCalled("Jones"));
        QVERIFY(own);
        QVERIFY(house_->pipeline->takeIn({head(), {theirs}, {gone, own->id}, {}, true}));
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::owner));
        QCOMPARE(nameInForce(), "Miller");
        QCOMPARE(*house_->byHand->refused(), std::vector{own->id});
    }

    void aConfirmedChangeIsNotTriedAgain()
    {
        const ObjectId good = head();
        const ObjectId theirs = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        Draft draft = house_->draft("house.toml", houseCalled("Jones"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house_->pipeline->submit(draft);
        QVERIFY(tried && house_->pipeline->confirm(tried->id, house_->owner));
        QVERIFY(house_->pipeline->takeIn({head(), {good}, {theirs, tried->id}, {}, true}));
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::owner));
        QVERIFY(house_->pipeline->trials().all().empty());
        QCOMPARE(nameInForce(), "Jones");
    }

    void whatWasFoundOfAnotherHistoryThanThisIsLookedAtAgain()
    {
        const ObjectId good = head();
        const ObjectId theirs = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        const Counted counted{head(), {good}, {theirs}, {}, true};
        QVERIFY(house_->write("house.toml", houseCalled("Jones")));
        QCOMPARE(house_->pipeline->takeIn(counted).error().code, ErrorCode::history_moved);
        QCOMPARE(nameInForce(), "Jones");
    }

    void aTrialThatCountsNoMoreIsOver()
    {
        const ObjectId good = head();
        const ObjectId theirs = theirChange(good, "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        Draft draft = house_->draft("house.toml", houseCalled("Jones"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house_->pipeline->submit(draft);
        QVERIFY(tried);
        QVERIFY(house_->pipeline->takeIn({head(), {good}, {theirs, tried->id}, {}, true}));
        QVERIFY(house_->pipeline->trials().all().empty());
        QVERIFY(makeAgain(*house_->pipeline, contract::Role::owner));
        QCOMPARE(house_->pipeline->trials().all().size(), 1U);
        QCOMPARE(nameInForce(), "Jones");
    }

    void takenInAgainNothingHappens()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        const ObjectId before = head();
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        const int applies = house_->domain.applies;
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QVERIFY(house_->pipeline->takeIn(all(before)));
        QCOMPARE(head(), theirs);
        QCOMPARE(house_->domain.applies, applies);
    }

    void ownAndTheirChangeAreMerged()
    {
        const ObjectId theirs = theirChange(head(), "devices/tv.toml", "name = \"TV\"\n");
        const auto own = house_->write("devices/lamp.toml", "name = \"lamp\"\n");
        QVERIFY(own);
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        const auto merge = house_->pipeline->repository().commit(head());
        QCOMPARE(merge->parents.size(), 2U);
        QCOMPARE(house_->fileText("devices/tv.toml"), "name = \"TV\"\n");
        QCOMPARE(house_->fileText("devices/lamp.toml"), "name = \"lamp\"\n");
        // And the next change builds on both.
        const auto next = house_->write("house.toml", houseCalled("Jones"));
        QVERIFY(next);
        QCOMPARE(house_->pipeline->repository().commit(next->id)->parents, std::vector{merge->id});
        QCOMPARE(house_->pipeline->history().rows({}, 10)->size(), 4U);
        house_->restart();
        QCOMPARE(head(), next->id);
    }

    void whatIsEditedByHandMeanwhileIsLeftAlone()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        house_->writeFile("house.toml", "half a line");
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(head(), theirs);
        QCOMPARE(house_->fileText("house.toml"), "half a line");
    }

    void aWholeEditByHandBecomesAChangeFirst()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        house_->writeFile("house.toml", withValue(houseText, "timezone", "UTC"));
        QCOMPARE(house_->pipeline->takeIn(all(theirs)).error().code, ErrorCode::edited_by_hand);
        house_->byHand->lookAgain();
        QTRY_VERIFY(house_->pipeline->takeIn(all(theirs)).has_value());
        const auto both = house_->pipeline->configuration().find("house.toml");
        QCOMPARE(both->textAt("name"), "Jones");
        QCOMPARE(both->textAt("timezone"), "UTC");
    }

    void whatCantBePutIntoForceHereIsAFindingAndTakesNothingBack()
    {
        house_->domain.failWith = "Jones";
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(head(), theirs);
        const auto findings = house_->pipeline->findings();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings[0].code, FindingCode::not_in_force);
        house_->domain.failWith.reset();
        house_->pipeline->factsChanged("whereabouts");
        QVERIFY(house_->pipeline->findings().empty());
        QCOMPARE(nameInForce(), "Jones");
    }

    void aTrialThatTheirChangeWouldEndIsWaitedFor()
    {
        const ObjectId before = head();
        Draft draft = house_->draft("house.toml", houseCalled("Tried"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house_->pipeline->submit(draft);
        QVERIFY(tried);
        const ObjectId theirs = theirChange(before, "house.toml", houseCalled("Jones"));
        QCOMPARE(house_->pipeline->takeIn(all(theirs)).error().code, ErrorCode::change_in_trial);
        QCOMPARE(head(), tried->id);
        QVERIFY(house_->pipeline->confirm(tried->id, house_->owner));
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(nameInForce(), "Jones");
        QCOMPARE(house_->pipeline->describe(tried->id)->state, ChangeState::choice);
    }

    void aTrialThatIsLaterThanTheirChangeGoesOn()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        house_->clock.advance(std::chrono::seconds(1));
        Draft draft = house_->draft("house.toml", houseCalled("Tried"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house_->pipeline->submit(draft);
        QVERIFY(tried);
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(nameInForce(), "Tried");
        QCOMPARE(house_->pipeline->describe(tried->id)->state, ChangeState::trial);
        QCOMPARE(house_->pipeline->describe(theirs)->state, ChangeState::choice);
        QVERIFY(house_->pipeline->rollBack(tried->id, std::nullopt));
        QCOMPARE(nameInForce(), "Smith");
    }

    /// Else the machine would be alone with what takes the trial back: nobody takes in what it might not do.
    void whatTakesThisMachinesRightsAwayWaitsForItsTrials()
    {
        QVERIFY(house_->write(selfPath, selfText("owner")));
        Draft draft = house_->draft("house.toml", houseCalled("Tried"));
        draft.trial = std::chrono::seconds(60);
        const auto tried = house_->pipeline->submit(draft);
        QVERIFY(tried);
        const ObjectId theirs = theirChange(head(), selfPath, selfText("guest"));
        QCOMPARE(house_->pipeline->takeIn(all(theirs)).error().code, ErrorCode::change_in_trial);
        QVERIFY(house_->pipeline->rollBack(tried->id, std::nullopt));
        QVERIFY(house_->pipeline->takeIn(all(theirs)));
        QCOMPARE(house_->pipeline->configuration().find(selfPath)->textAt("role"), "guest");
    }

    void whatThisMachineMightNotTakeBackIsNotTried()
    {
        QVERIFY(house_->write(selfPath, selfText("owner")));
        const ObjectId before = head();
        Draft draft = house_->draft(selfPath, selfText("guest"));
        draft.trial = std::chrono::seconds(60);
        QCOMPARE(house_->pipeline->submit(draft).error().code, ErrorCode::parameters_invalid);
        QCOMPARE(head(), before);
        draft.trial.reset();
        QVERIFY(house_->pipeline->submit(draft));
    }

    void afterACutTheirChangeIsTheirsStill()
    {
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        cutAfterMovingTo(theirs);
        QCOMPARE(head(), theirs);
        QCOMPARE(nameInForce(), "Jones");
        QCOMPARE(house_->fileText("house.toml"), houseCalled("Jones"));
        QVERIFY(house_->byHand->findings().empty());
        QVERIFY(house_->pipeline->repository().references("refs/freehold/by-hand*")->empty());
    }

    void afterACutWhatCantBePutIntoForceTakesNothingBack()
    {
        house_->domain.failWith = "Jones";
        const ObjectId theirs = theirChange(head(), "house.toml", houseCalled("Jones"));
        cutAfterMovingTo(theirs);
        QCOMPARE(head(), theirs);
        QCOMPARE(house_->pipeline->findings().size(), 1U);
    }

    void afterACutAMergeIsOne()
    {
        const ObjectId theirs = theirChange(head(), "devices/tv.toml", "name = \"TV\"\n");
        QVERIFY(house_->write("devices/lamp.toml", "name = \"lamp\"\n"));
        auto heads = std::vector{theirs, head()};
        const auto merge = mergeHeads(
            house_->pipeline->repository(), heads, [](const Delta &) { return std::vector<Problem>(); });
        QVERIFY(merge);
        const auto made = writeMerge(house_->pipeline->repository(), *merge);
        QVERIFY(made);
        cutAfterMovingTo(*made);
        QCOMPARE(head(), *made);
        QCOMPARE(house_->fileText("devices/tv.toml"), "name = \"TV\"\n");
        QVERIFY(house_->pipeline->repository().references("refs/freehold/by-hand*")->empty());
    }
};

QTEST_GUILESS_MAIN(TakeInTest)
#include "take_in_test.moc"
