// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_at_step.h"
#include "network/home.h"
#include "network/verify.h"
#include "scenarios/engine/machine.h"

#include <algorithm>
#include <set>
#include <span>

using namespace freehold::testing;

namespace {

constexpr Step joinSteps[]{
    {"the first pack comes", "/^openat", "incoming/copy/pack/0.incoming"},
    {"the packs are put in their place", "fsync", "config.new/.git/objects/pack"},
    {"main moves", "/^link", "config.new/.git/refs/heads/main.lock"},
    {"main has moved", "fsync", "config.new/.git/refs/heads"},
    {"the house takes its place", "/^rename", "config.new"},
};
constexpr Step mergeSteps[]{
    {"it is asked for", "/^mkdir", "incoming"},
    {"the packs are put in their place", "fsync", "config/.git/objects/pack"},
    {"it is said what comes", "/^rename", "config/.git/refs/freehold/taking-in.lock"},
    {"main moves", "/^rename", "config/.git/refs/heads/main.lock"},
};
constexpr Step removalSteps[]{
    {"the commit is written", "fsync", "config/.git/objects/pack"},
    {"main moves", "/^rename", "config/.git/refs/heads/main.lock"},
};

constexpr int mostFaultsAtOneStep = 12;
constexpr int unreachable = 3; ///< freeholdctl's exit status where no engine answers

bool hasHouse(const Machine &machine)
{
    return machine.ask({"status"})[u"house"].isObject();
}

std::string ownId(const Machine &machine)
{
    for (const auto device : machine.ask({"device", "list"}).array()) {
        if (device[u"this"].toBool())
            return device[u"id"].toString().toStdString();
    }
    return {};
}

std::set<std::string> memberNames(const Machine &machine)
{
    std::set<std::string> names;
    for (const auto member : machine.ask({"house", "show"})[u"members"].toArray())
        names.insert(member[u"name"].toString().toStdString());
    return names;
}

} // namespace

/// Real engines on hosts of their own, killed, or without room on their disk, in the midst of a join, of
/// taking in what others changed, and of a removal.
class MembersFaultsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> laptop_;

    /// By an invitation. False where the joining engine fails, or is gone, before it is a member.
    [[nodiscard]] bool invited(const Machine &joining) const
    {
        const auto given = nas_->ask({"pair", "invite", "--role", "owner"});
        const auto begun = joining.ask({"pair", "join", given[u"invitation"].toString().toStdString()});
        const Said confirmed = joining.say({"pair", "confirm", begun[u"request"].toString().toStdString()});
        return confirmed.exitCode == 0;
    }
    void isSound(const Machine &machine) const
    {
        QVERIFY2(comesTrue([&] { return machine.head() == nas_->head(); }), "the two are not alike");
        QCOMPARE(machine.soundness(), std::string());
        QCOMPARE(machine.unsignedChanges(), std::string());
    }
    /// Begun again, after it was killed.
    void isJoined(Machine &spare, bool wasJoined) const
    {
        QVERIFY2(spare.start(), spare.lastWords().c_str());
        QVERIFY(hasHouse(spare) || !wasJoined);
        if (!hasHouse(spare))
            QVERIFY(invited(spare));
        QVERIFY(memberNames(spare).contains("nas"));
        isSound(spare);
    }
    /// The id of a new member.
    [[nodiscard]] std::string joined(Machine &spare) const
    {
        [&] { QVERIFY(spare.start() && invited(spare)); }();
        isSound(spare);
        return ownId(spare);
    }
    [[nodiscard]] std::string calls() const
    {
        return folder_.filePath(QStringLiteral("calls")).toStdString();
    }
    static void leave(Machine &spare)
    {
        spare.stop();
        std::filesystem::remove_all(spare.engine().data());
    }
    /// Each while the other is off; the laptop stays off.
    void bothChange(const std::string &round)
    {
        nas_->stop();
        QCOMPARE(laptop_->say({"house", "rename", round}).exitCode, 0);
        laptop_->stop();
        QVERIFY2(nas_->start(), nas_->lastWords().c_str());
        QCOMPARE(nas_->say({"person", "add", round}).exitCode, 0);
    }
    void bothHave(const std::string &round, bool isOver)
    {
        QVERIFY(isOver);
        QVERIFY2(laptop_->start(), laptop_->lastWords().c_str());
        isSound(*laptop_);
        for (const Machine *machine : {nas_.get(), laptop_.get()}) {
            QVERIFY(comesTrue([&] { return machine->houseName() == round; }));
            const Said people = machine->say({"person", "list"});
            QVERIFY2(people.output.contains(round), people.output.c_str());
        }
    }
    void isForgotten(const std::string &id, bool wasForgotten)
    {
        QVERIFY(!id.empty());
        QVERIFY2(nas_->start(), nas_->lastWords().c_str());
        const auto isMember = [&](const Machine &machine) {
            const auto members = machine.ask({"house", "show"})[u"members"].toArray();
            return std::ranges::any_of(
                members, [&](const auto &member) { return member[u"id"].toString().toStdString() == id; });
        };
        QVERIFY(!(wasForgotten && isMember(*nas_)));
        if (isMember(*nas_))
            QCOMPARE(nas_->say({"device", "forget", id}).exitCode, 0);
        QVERIFY(comesTrue([&] { return !isMember(*laptop_); }));
        isSound(*laptop_);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto home = Home::create({"nas", "laptop", "spare"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        nas_ = std::make_unique<Machine>(home_->host(0), folder_);
        laptop_ = std::make_unique<Machine>(home_->host(1), folder_);
        QVERIFY(nas_->start() && laptop_->start());
        QCOMPARE(nas_->say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return nas_->say({"pair", "invite"}).exitCode == 0; }));
        QVERIFY(invited(*laptop_));
    }

    /// As in README.
    void aBackupMadeOnAMemberIsListedAndMadeVoid()
    {
        QVERIFY(nas_->ask({"backup", "list"}).array().isEmpty());
        const std::string file = (laptop_->engine().data() / "backup").string();
        const Said made = laptop_->engine().ctlWithPassphrase("correct horse", {"house", "backup", file});
        QVERIFY2(made.exitCode == 0, made.output.c_str());
        QVERIFY(comesTrue([&] { return nas_->ask({"backup", "list"}).array().size() == 1; }));
        const Said listed = nas_->say({"backup", "list"});
        QVERIFY2(listed.output.contains("laptop"), listed.output.c_str());
        const auto id = nas_->ask({"backup", "list"})[0][u"id"].toString().toStdString();
        const Said ended = nas_->say({"backup", "void", id});
        QVERIFY2(ended.exitCode == 0, ended.output.c_str());
        QVERIFY(nas_->ask({"backup", "list"}).array().isEmpty());
    }

    void aHouseIsJoinedWholeOrNotAtAll_data() { addRows(joinSteps); }
    void aHouseIsJoinedWholeOrNotAtAll()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            Machine spare(home_->host(2), folder_);
            const bool survived = spare.start(killedAt(nth, spare.engine().data())) && invited(spare);
            spare.kill();
            isJoined(spare, survived);
            leave(spare);
            return !survived;
        });
    }

    void aFullDiskEndsAJoinThatCanBeBegunAgain_data() { addRows(joinSteps); }
    void aFullDiskEndsAJoinThatCanBeBegunAgain()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            Machine spare(home_->host(2), folder_);
            [&] { QVERIFY(spare.start(fullAt(nth, spare.engine().data(), calls()))); }();
            const bool joined = invited(spare);
            spare.stop();
            isJoined(spare, joined);
            leave(spare);
            return wasMet(calls());
        });
    }

    void whatOthersChangedIsTakenInWholeThoughTheEngineDies_data() { addRows(mergeSteps); }
    void whatOthersChangedIsTakenInWholeThoughTheEngineDies()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            const std::string round = std::string(QTest::currentDataTag()) + ' ' + std::to_string(nth);
            bothChange(round);
            bool survived = false;
            // It may be gone before anybody could see that it is there.
            [[maybe_unused]] const bool serves = laptop_->start(killedAt(nth, laptop_->engine().data()));
            const bool isOver = comesTrue([&] {
                survived = laptop_->head() == nas_->head();
                return survived || laptop_->say({"status"}).exitCode == unreachable;
            });
            laptop_->kill();
            bothHave(round, isOver);
            return !survived;
        });
    }

    void whatAFullDiskKeptAwayComesOnceThereIsRoom_data() { addRows(mergeSteps); }
    void whatAFullDiskKeptAwayComesOnceThereIsRoom()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            const std::string round = std::string(QTest::currentDataTag()) + " full " + std::to_string(nth);
            bothChange(round);
            [&] { QVERIFY(laptop_->start(fullAt(nth, laptop_->engine().data(), calls()))); }();
            const auto isOver = [&] { return wasMet(calls()) || laptop_->head() == nas_->head(); };
            const bool ended = comesTrue(isOver);
            laptop_->stop();
            bothHave(round, ended);
            return wasMet(calls());
        });
    }

    void whoIsRemovedIsGoneOrStaysThoughTheEngineDies_data() { addRows(removalSteps); }
    void whoIsRemovedIsGoneOrStaysThoughTheEngineDies()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            Machine spare(home_->host(2), folder_);
            const std::string id = joined(spare);
            nas_->stop();
            const bool survived = nas_->start(killedAt(nth, nas_->engine().data()))
                && nas_->say({"device", "forget", id}).exitCode == 0;
            nas_->kill();
            isForgotten(id, survived);
            leave(spare);
            return !survived;
        });
    }

    void aFullDiskRefusesARemovalThatCanBeAskedForAgain_data() { addRows(removalSteps); }
    void aFullDiskRefusesARemovalThatCanBeAskedForAgain()
    {
        faultAtEachCall(mostFaultsAtOneStep, [&](int nth) {
            Machine spare(home_->host(2), folder_);
            const std::string id = joined(spare);
            nas_->stop();
            [&] { QVERIFY(nas_->start(fullAt(nth, nas_->engine().data(), calls()))); }();
            const bool forgotten = nas_->say({"device", "forget", id}).exitCode == 0;
            nas_->stop();
            isForgotten(id, forgotten);
            leave(spare);
            return wasMet(calls());
        });
    }
};

QTEST_GUILESS_MAIN(MembersFaultsTest)
#include "members_faults_test.moc"
