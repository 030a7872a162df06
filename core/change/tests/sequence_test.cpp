// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/revert.h"
#include "house_fixture.h"
#include "testing/run.h"

#include <QTest>

#include <array>
#include <random>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

namespace {

/// A house and somebody who does at random whatever can be done to it.
class Somebody {
public:
    explicit Somebody(std::uint32_t seed)
        : random_(seed)
    {
    }

    /// One thing, which may be refused.
    void act()
    {
        using Act = void (Somebody::*)();
        static constexpr std::array<Act, 14> acts{&Somebody::write, &Somebody::write, &Somebody::write,
            &Somebody::remove, &Somebody::undo, &Somebody::undo, &Somebody::redo, &Somebody::restore,
            &Somebody::tryOut, &Somebody::confirm, &Somebody::rollBack, &Somebody::edit, &Somebody::commit,
            &Somebody::restart};
        (this->*acts[below(acts.size())])();
    }

    HouseFixture house;
    std::size_t changes = 0;
    bool restartsAlike = true;

    /// A commit by hand that a trial stood in the way of is tried again soon after the trial, or at the next
    /// start; here nothing turns the event loop meanwhile.
    ObjectId settledHead()
    {
        house.byHand->lookAgain();
        return house.pipeline->head();
    }

private:
    std::size_t below(std::size_t count)
    {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }
    std::string path() { return "people/p" + std::to_string(below(6)) + ".toml"; }
    std::string person(const char *role = "member")
    {
        return "name = \"Name " + std::to_string(below(1'000)) + "\"\nrole = \"" + role + "\"\n";
    }
    void note(const Result<contract::Change> &change)
    {
        if (!change)
            return;
        ++changes;
        ids_.push_back(change->id);
    }
    void submit(const Result<Reversal> &reversal, contract::Cause cause)
    {
        if (!reversal)
            return;
        note(house.pipeline->submit(draftOf(*reversal, cause, house.owner)));
    }
    ObjectId any() { return ids_.empty() ? house.pipeline->head() : ids_[below(ids_.size())]; }

    void write() { note(house.write(path(), person())); }
    void remove() { note(house.write(path(), std::nullopt)); }
    void undo() { submit(planUndo(*house.pipeline, any()), contract::Cause::undo); }
    void redo() { submit(planRedo(*house.pipeline, any()), contract::Cause::redo); }
    void restore() { submit(planRestore(*house.pipeline, any()), contract::Cause::restore); }
    void tryOut()
    {
        Draft draft = house.draft(path(), person());
        draft.trial = std::chrono::hours(1);
        note(house.pipeline->submit(draft));
    }
    void confirm()
    {
        for (const auto &trial : house.pipeline->trials().all())
            note(house.pipeline->confirm(trial.id, house.owner));
    }
    void rollBack()
    {
        const auto trials = house.pipeline->trials().all();
        if (!trials.empty() && house.pipeline->rollBack(trials[below(trials.size())].id, std::nullopt))
            ++changes;
    }
    void edit()
    {
        const auto before = house.pipeline->head();
        house.writeFile(path(), person());
        // An edit counts once it has been seen twice as it is.
        house.byHand->lookAgain();
        house.byHand->lookAgain();
        changes += house.pipeline->head() != before ? 1 : 0;
        putBack();
    }
    void commit()
    {
        const auto before = house.pipeline->head();
        const bool isValid = below(3) > 0;
        house.writeFile(path(), isValid ? person() : person("king"));
        static_cast<void>(house.git({QStringLiteral("add"), QStringLiteral("--all")}));
        static_cast<void>(house.git({QStringLiteral("commit"), QStringLiteral("--message=by hand")}));
        house.byHand->lookAgain();
        changes += house.pipeline->head() != before ? 1 : 0;
        putBack();
    }
    /// What was refused, as where a trial stands in its way, stays in the files until its author mends it.
    void putBack()
    {
        static_cast<void>(house.git({QStringLiteral("reset"), QStringLiteral("--hard")}));
        static_cast<void>(
            house.git({QStringLiteral("clean"), QStringLiteral("--force"), QStringLiteral("-d")}));
    }
    void restart()
    {
        const auto before = settledHead();
        house.restart();
        restartsAlike = restartsAlike && house.pipeline->head() == before;
    }

    std::mt19937 random_;
    std::vector<ObjectId> ids_;
};

} // namespace

/// Whatever is done, git's own programs find the house sound.
class SequenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterAnySequenceOfCallsGitFindsTheHouseSound_data()
    {
        QTest::addColumn<std::uint32_t>("seed");
        const std::uint32_t first = freehold::testing::seed();
        const std::uint32_t histories = freehold::testing::runsLong() ? 100 : 2;
        for (std::uint32_t history = 0; history < histories; ++history)
            QTest::addRow("history %u", history) << first + history;
    }
    void afterAnySequenceOfCallsGitFindsTheHouseSound()
    {
        QFETCH(std::uint32_t, seed);
        Somebody somebody(seed);
        constexpr int acts = 150;
        for (int act = 0; act < acts; ++act) {
            somebody.act();
            if (act % 50 == 49)
                QVERIFY(somebody.house.pipeline->repository().packIfDue());
        }
        QVERIFY2(somebody.changes > acts / 3, std::to_string(somebody.changes).c_str());
        QVERIFY(somebody.restartsAlike);
        QCOMPARE(somebody.house.soundness(), std::string());
        const auto head = somebody.settledHead();
        somebody.house.restart();
        QCOMPARE(somebody.house.pipeline->head(), head);
    }
};

QTEST_GUILESS_MAIN(SequenceTest)
#include "sequence_test.moc"
