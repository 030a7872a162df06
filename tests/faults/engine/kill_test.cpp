// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"

#include <QTest>

#include <csignal>
#include <cstdio>
#include <random>
#include <thread>

using namespace freehold::testing;

namespace {

bool runsLong()
{
    return qEnvironmentVariableIntValue("FREEHOLD_LONG_TESTS") == 1;
}

} // namespace

/// A real engine, killed in the midst of a stream of changes and undos.
class KillTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<EngineAtWork> engine_;
    std::vector<std::string> kept_;
    int count_ = 0;

    /// Changes and undoes until the engine is gone, or `most` were made; remembers what was reported kept.
    void changeUntilGone(int most)
    {
        const auto client = engine_->client();
        for (int made = 0; made < most; ++made) {
            const QString last = kept_.empty() ? QString() : QString::fromStdString(kept_.back());
            const bool undoes = made % 2 == 1;
            const auto answer = undoes
                ? client->call("change.undo", {{QStringLiteral("id"), last}})
                : client->call("config.apply", lamp("lamp " + std::to_string(++count_)));
            if (!answer)
                return;
            const QJsonObject change = answer->value(QStringLiteral("result")).toObject();
            if (change.value(QStringLiteral("state")).toString() == QStringLiteral("kept"))
                kept_.push_back(change.value(QStringLiteral("id")).toString().toStdString());
            else if (!undoes)
                qWarning() << "not kept:" << *answer;
        }
    }

    void allIsThere()
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
        if (kept_.size() > 40)
            kept_.erase(kept_.begin(), kept_.end() - 20);
    }

private Q_SLOTS:
    void initTestCase()
    {
        engine_ = std::make_unique<EngineAtWork>(folder_.path().toStdString() + "/data");
        QVERIFY(engine_->start());
        const Said made = engine_->ctl({"house", "create", "Smith", "--timezone", "UTC"});
        QVERIFY2(made.exitCode == 0, made.output.c_str());
    }

    void nothingKeptIsLostByAKillAtAnyInstant()
    {
        const unsigned seed = qEnvironmentVariableIsSet("FREEHOLD_SEED")
            ? qEnvironmentVariable("FREEHOLD_SEED").toUInt()
            : std::random_device()();
        std::printf("FREEHOLD_SEED=%u\n", seed);
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> instant(0, 60'000);
        const int kills = runsLong() ? 10'000 : 100;
        for (int done = 0; done < kills; ++done) {
            const auto pid = static_cast<pid_t>(engine_->program().pid());
            std::thread killer([pid, wait = std::chrono::microseconds(instant(random))] {
                std::this_thread::sleep_for(wait);
                ::kill(pid, SIGKILL);
            });
            changeUntilGone(1'000);
            killer.join();
            engine_->kill();
            allIsThere();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!kept_.empty());
    }

    void nothingKeptIsLostByAKillAtAnyStep_data()
    {
        QTest::addColumn<QString>("call");
        for (const char *call : {"fsync", "/^rename", "/^unlink", "/^mkdir"})
            QTest::newRow(call) << QString::fromUtf8(call);
    }
    void nothingKeptIsLostByAKillAtAnyStep()
    {
        QFETCH(QString, call);
        engine_->stop();
        const int stride = runsLong() ? 1 : 5;
        bool survived = false;
        for (int at = 1; !survived; at += stride) {
            const std::string inject
                = "inject=" + call.toStdString() + ":signal=SIGKILL:when=" + std::to_string(at);
            if (engine_->start({"strace", "--seccomp-bpf", "--kill-on-exit", "-f", "-qqq", "-o", "/dev/null",
                    "-e", inject}))
                changeUntilGone(4);
            survived = engine_->program().isRunning() && engine_->client()->isConnected();
            if (survived)
                engine_->stop();
            else
                engine_->kill();
            allIsThere();
            if (QTest::currentTestFailed())
                return;
            engine_->stop();
        }
        QVERIFY(engine_->start());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
