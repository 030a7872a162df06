// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/home.h"
#include "network/verify.h"
#include "scenarios/engine/machine.h"

#include <algorithm>
#include <set>
#include <span>

using namespace freehold::testing;

namespace {

/// What happens at a machine, by the call to the system that it begins or ends with. strace kills whichever
/// process makes the n-th such call: the engine, or its helper, and then the other, too.
struct Step {
    const char *name;
    const char *call; ///< as strace names it
    const char *path; ///< below the data folder: a descriptor's, or the first that is named
};
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

constexpr int mostKillsAtOneStep = 12;
constexpr int unreachable = 3; ///< freeholdctl's exit status where no engine answers

void addRows(std::span<const Step> steps)
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("path");
    for (const Step &step : steps)
        QTest::newRow(step.name) << QString::fromUtf8(step.call) << QString::fromUtf8(step.path);
}

/// Behind which the n-th call of a step ends the engine.
Command killing(const Machine &machine, const QString &call, const QString &path, int nth)
{
    const std::string calls = call.toStdString();
    return {"strace", "--interruptible=waiting", "--kill-on-exit", "-f", "-qqq", "-o", "/dev/null", "-P",
        (machine.engine().data() / path.toStdString()).string(), "-e", "trace=" + calls, "-e",
        "inject=" + calls + ":signal=SIGKILL:when=" + std::to_string(nth)};
}

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

/// Real engines on hosts of their own, killed in the midst of a join, of taking in what others changed, and
/// of a removal.
class MembersFaultsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> laptop_;

    /// By an invitation. False where the joining engine is gone before it is a member.
    [[nodiscard]] bool invited(const Machine &joining) const
    {
        const Said invitation = nas_->say({"pair", "invite", "--role", "owner", "--json"});
        const auto text = QJsonDocument::fromJson(QByteArray::fromStdString(invitation.output));
        const Said begun
            = joining.say({"pair", "join", text[u"invitation"].toString().toStdString(), "--json"});
        const auto request = QJsonDocument::fromJson(QByteArray::fromStdString(begun.output))[u"request"];
        Said confirmed;
        const bool isOver = comesTrue([&] {
            confirmed = joining.say({"pair", "confirm", request.toString().toStdString()});
            return confirmed.exitCode == 0 || confirmed.exitCode == unreachable;
        });
        if (!isOver)
            qWarning() << invitation.output << begun.output << confirmed.output;
        return isOver && confirmed.exitCode == 0;
    }
    void isSound(const Machine &machine) const
    {
        QVERIFY2(comesTrue([&] { return machine.head() == nas_->head(); }), "the two are not alike");
        QCOMPARE(machine.soundness(), std::string());
        QCOMPARE(machine.unsignedChanges(), std::string());
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

    void aHouseIsJoinedWholeOrNotAtAll_data() { addRows(joinSteps); }
    void aHouseIsJoinedWholeOrNotAtAll()
    {
        QFETCH(const QString, call);
        QFETCH(const QString, path);
        int kills = 0;
        for (bool survived = false; !survived; ++kills) {
            QVERIFY2(kills < mostKillsAtOneStep, "the engine does not live without it either");
            Machine spare(home_->host(2), folder_);
            survived = spare.start(killing(spare, call, path, kills + 1)) && invited(spare);
            spare.kill();
            QVERIFY2(spare.start(), spare.lastWords().c_str());
            QVERIFY(hasHouse(spare) || !survived);
            if (!hasHouse(spare))
                QVERIFY(invited(spare));
            QVERIFY(memberNames(spare).contains("nas"));
            isSound(spare);
            if (QTest::currentTestFailed())
                return;
            spare.stop();
            std::filesystem::remove_all(spare.engine().data());
        }
        QVERIFY2(kills > 1, "the step has another name now");
    }

    void whatOthersChangedIsTakenInWholeThoughTheEngineDies_data() { addRows(mergeSteps); }
    void whatOthersChangedIsTakenInWholeThoughTheEngineDies()
    {
        QFETCH(const QString, call);
        QFETCH(const QString, path);
        int kills = 0;
        for (bool survived = false; !survived; ++kills) {
            QVERIFY2(kills < mostKillsAtOneStep, "the engine does not live without it either");
            const std::string round = std::string(QTest::currentDataTag()) + ' ' + std::to_string(kills);
            nas_->stop();
            QCOMPARE(laptop_->say({"house", "rename", round}).exitCode, 0);
            laptop_->stop();
            QVERIFY2(nas_->start(), nas_->lastWords().c_str());
            QCOMPARE(nas_->say({"person", "add", round}).exitCode, 0);
            QVERIFY(laptop_->start(killing(*laptop_, call, path, kills + 1)));
            const auto isOver = [&] {
                survived = laptop_->head() == nas_->head();
                return survived || laptop_->say({"status"}).exitCode == unreachable;
            };
            QVERIFY(comesTrue(isOver));
            laptop_->kill();
            QVERIFY2(laptop_->start(), laptop_->lastWords().c_str());
            isSound(*laptop_);
            if (QTest::currentTestFailed())
                return;
            for (const Machine *machine : {nas_.get(), laptop_.get()}) {
                QVERIFY(comesTrue([&] { return machine->houseName() == round; }));
                const Said people = machine->say({"person", "list"});
                QVERIFY2(people.output.contains(round), people.output.c_str());
            }
        }
        QVERIFY2(kills > 1, "the step has another name now");
    }

    void whoIsRemovedIsGoneOrStaysThoughTheEngineDies_data() { addRows(removalSteps); }
    void whoIsRemovedIsGoneOrStaysThoughTheEngineDies()
    {
        QFETCH(const QString, call);
        QFETCH(const QString, path);
        int kills = 0;
        for (bool survived = false; !survived; ++kills) {
            QVERIFY2(kills < mostKillsAtOneStep, "the engine does not live without it either");
            Machine spare(home_->host(2), folder_);
            QVERIFY(spare.start() && invited(spare));
            isSound(spare);
            const std::string id = ownId(spare);
            QVERIFY(!id.empty());
            nas_->stop();
            QVERIFY(nas_->start(killing(*nas_, call, path, kills + 1)));
            survived = nas_->say({"device", "forget", id}).exitCode == 0;
            nas_->kill();
            QVERIFY2(nas_->start(), nas_->lastWords().c_str());
            const auto isMember = [&](const Machine &machine) {
                const auto members = machine.ask({"house", "show"})[u"members"].toArray();
                return std::ranges::any_of(members,
                    [&](const auto &member) { return member[u"id"].toString().toStdString() == id; });
            };
            QVERIFY(!(survived && isMember(*nas_)));
            if (isMember(*nas_))
                QCOMPARE(nas_->say({"device", "forget", id}).exitCode, 0);
            QVERIFY(comesTrue([&] { return !isMember(*laptop_); }));
            isSound(*laptop_);
            if (QTest::currentTestFailed())
                return;
            spare.stop();
            std::filesystem::remove_all(spare.engine().data());
        }
        QVERIFY2(kills > 1, "the step has another name now");
    }
};

QTEST_GUILESS_MAIN(MembersFaultsTest)
#include "members_faults_test.moc"
