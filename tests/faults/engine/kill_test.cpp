// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"
#include "fault_at_step.h"
#include "testing/run.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <random>
#include <sstream>
#include <thread>

using namespace freehold::testing;

namespace {

/// The steps of a change.
constexpr Step steps[]{
    {"the pack is brought to the disk", "fsync", "config/.git/objects/pack"},
    {"main moves", "/^rename", "config/.git/refs/heads/main.lock"},
    {"main has moved", "fsync", "config/.git/refs/heads"},
    {"a document is brought to the disk", "fdatasync", "config/.git/freehold/document.new"},
    {"the work tree is written", "/^rename", "config/.git/freehold/document.new"},
    {"the index is written", "/^rename", "config/.git/index.lock"},
    {"applied moves", "write", "config/.git/refs/freehold/applied"},
    {"applied has moved", "fdatasync", "config/.git/refs/freehold/applied"},
    {"a trial begins or ends", "fsync", "config/.git/refs/freehold/trial"},
};

/// Packs are joined at idle, which never comes here: after so many kills a house is a new one.
constexpr int killsOfOneHouse = 100;

constexpr int fewestKillsAtOneStep = 2;
constexpr int mostKillsAtOneStep = 50;

} // namespace

/// A real engine, killed in the midst of a stream of changes, trials and undos.
class KillTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<EngineAtWork> engine_;
    std::vector<std::string> kept_;
    int count_ = 0;
    std::uint32_t seed_ = seed();

    [[nodiscard]] std::string next() { return "lamp " + std::to_string(++count_); }

    /// The change that a call made; nothing where the engine went before it answered.
    std::optional<QJsonObject> made(PlainClient &client, const char *method, const QJsonObject &parameters)
    {
        const auto answer = client.call(method, parameters);
        if (!answer)
            return std::nullopt;
        QJsonObject change = answer->value(QStringLiteral("result")).toObject();
        if (change.isEmpty())
            qWarning() << method << "was refused:" << *answer;
        if (change.value(QStringLiteral("state")).toString() == QStringLiteral("kept"))
            kept_.push_back(change.value(QStringLiteral("id")).toString().toStdString());
        return change;
    }

    /// Changes and undoes until the engine is gone. Whether it went from amid a call.
    bool changeUntilGone()
    {
        const auto client = engine_->client();
        while (client->isConnected()) {
            const auto change = made(*client, "config.apply", lamp(next()));
            if (!change
                || !made(
                    *client, "change.undo", {{QStringLiteral("id"), change->value(QStringLiteral("id"))}}))
                return true;
        }
        return false;
    }

    /// Every step there is: a change, its undo, a trial that is confirmed and one that is rolled back.
    /// Whether the engine answered to the last.
    bool goThroughAllSteps()
    {
        const auto client = engine_->client();
        std::optional<int> trial;
        for (const char *then : {"change.undo", "change.confirm", "change.undo"}) {
            auto wanted = lamp(next());
            if (trial)
                wanted.insert(QStringLiteral("trial"), *trial);
            trial = 3'600;
            const auto change = made(*client, "config.apply", wanted);
            if (!change
                || !made(*client, then, {{QStringLiteral("id"), change->value(QStringLiteral("id"))}}))
                return false;
        }
        return true;
    }

    /// A trial that was being made when the engine was killed is one, or is not there.
    void endTrials()
    {
        const auto client = engine_->client();
        const auto status = client->call("status");
        QVERIFY(status);
        const QJsonArray trials
            = status->value(QStringLiteral("result")).toObject().value(QStringLiteral("trials")).toArray();
        for (const auto trial : trials)
            QVERIFY(!made(*client, "change.undo",
                {{QStringLiteral("id"), trial.toObject().value(QStringLiteral("id"))}})
                    ->isEmpty());
    }

    void allIsThereAndOneMoreIsKept()
    {
        const Said fsck = engine_->git({"fsck", "--strict", "--no-dangling", "--no-progress"});
        QVERIFY2(fsck.exitCode == 0 && fsck.output.empty(), fsck.output.c_str());
        QVERIFY2(engine_->start(),
            ("the engine does not serve within five seconds of its start: " + engine_->lastWords()).c_str());
        const Said main = engine_->git({"rev-list", "main"});
        for (const std::string &id : kept_)
            QVERIFY2(main.output.contains(id), ("lost: " + id).c_str());
        const Said applied = engine_->git({"rev-list", "-1", "refs/freehold/applied"});
        QVERIFY2(!applied.output.empty() && main.output.starts_with(applied.output), "main is not applied");
        const Said status = engine_->git({"status", "--porcelain"});
        QVERIFY2(status.output.empty(), status.output.c_str());
        endTrials();
        kept_.clear();
        made(*engine_->client(), "house.rename", {{QStringLiteral("name"), QString::fromStdString(next())}});
        QCOMPARE(kept_.size(), std::size_t(1));
    }

    void everyCommitIsSigned()
    {
        const Said log = engine_->git({"log", "--max-parents=1", "--max-count=200", "--format=%G? %H"});
        std::istringstream lines(log.output);
        int count = 0;
        for (std::string line; std::getline(lines, line); ++count)
            QVERIFY2(line.starts_with("G "), line.c_str());
        QVERIFY(count > 1);
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        engine_ = std::make_unique<EngineAtWork>(folder_->path().toStdString() + "/data");
        kept_.clear();
        QVERIFY(engine_->start());
        const Said made = engine_->ctl({"house", "create", "Smith", "--timezone", "UTC"});
        QVERIFY2(made.exitCode == 0, made.output.c_str());
    }

    void cleanup()
    {
        engine_.reset();
        folder_.reset();
    }

    void nothingKeptIsLostByAKillAtAnyInstant_data()
    {
        QTest::addColumn<std::uint32_t>("house");
        const std::uint32_t houses = runsLong() ? 100 : 1;
        for (std::uint32_t house = 0; house < houses; ++house)
            QTest::addRow("house %u", house) << house;
    }
    void nothingKeptIsLostByAKillAtAnyInstant()
    {
        QFETCH(std::uint32_t, house);
        std::mt19937 random(seed_ + house);
        std::uniform_int_distribution<int> instant(0, 60'000);
        int amidACall = 0;
        for (int done = 0; done < killsOfOneHouse; ++done) {
            const auto pid = static_cast<pid_t>(engine_->program().pid());
            std::thread killer([pid, wait = std::chrono::microseconds(instant(random))] {
                // The instant of the kill is what is random; nothing is waited for.
                std::this_thread::sleep_for(wait);
                ::kill(pid, SIGKILL);
            });
            amidACall += changeUntilGone() ? 1 : 0;
            killer.join();
            engine_->kill();
            allIsThereAndOneMoreIsKept();
            if (QTest::currentTestFailed())
                return;
        }
        everyCommitIsSigned();
        QVERIFY2(amidACall >= killsOfOneHouse / 2, std::to_string(amidACall).c_str());
    }

    void nothingKeptIsLostByAKillAtAnyStep_data() { addRows(steps); }
    void nothingKeptIsLostByAKillAtAnyStep()
    {
        faultAtEachCall(
            mostKillsAtOneStep,
            [&](int nth) {
                engine_->stop();
                const bool survived = engine_->start(killedAt(nth, engine_->data())) && goThroughAllSteps();
                if (survived)
                    engine_->stop();
                else
                    engine_->kill();
                allIsThereAndOneMoreIsKept();
                return !survived;
            },
            fewestKillsAtOneStep);
        everyCommitIsSigned();
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
