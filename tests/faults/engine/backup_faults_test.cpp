// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"
#include "testing/run.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/mount.h>
#include <thread>

using namespace freehold::testing;

namespace {

constexpr const char *passphrase = "correct horse";

/// What happens while a house is restored, by the call to the system that it begins or ends with. strace
/// kills the engine at the n-th such call.
struct Step {
    const char *name;
    const char *call; ///< as strace names it
    const char *path; ///< below the data folder: a descriptor's, or the first that is named
};
constexpr Step steps[]{
    {"the file is there", "/^openat", "incoming/backup/file"},
    {"the packs are put in their place", "fsync", "incoming/backup/house/.git/objects/pack"},
    {"the root is kept", "/^rename", "vault.new"},
    {"the house leaves where it was looked at", "/^rename", "incoming/backup/house"},
    {"main moves", "/^rename", "config.new/.git/refs/heads/main.lock"},
    {"main has moved", "fsync", "config.new/.git/refs/heads"},
    {"the house takes its place", "/^rename", "config.new"},
};

constexpr int mostKillsAtOneStep = 30;
constexpr int killsAtRandom = 8;

} // namespace

/// Real engines and the real command line: a backup that is made, and one that is restored, with the engine
/// killed in the midst of it, and a disk that is full.
class BackupFaultsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<EngineAtWork> nas_;
    std::uint32_t seed_ = seed();

    [[nodiscard]] std::string place(const std::string &name) const
    {
        return folder_.path().toStdString() + '/' + name;
    }
    /// Where the engine that is restored is sound: with the whole house, or with none.
    void isWhole(EngineAtWork &spare, bool &isThere)
    {
        QVERIFY2(spare.start(), spare.lastWords().c_str());
        const auto status = spare.client()->call("status");
        QVERIFY(status);
        isThere
            = status->value(QStringLiteral("result")).toObject().value(QStringLiteral("house")).isObject();
        if (!isThere)
            return;
        const Said fsck = spare.git({"fsck", "--strict", "--no-dangling", "--no-progress"});
        QVERIFY2(fsck.exitCode == 0 && fsck.output.empty(), fsck.output.c_str());
        QCOMPARE(spare.git({"status", "--porcelain"}).output, std::string());
        const Said members = spare.ctl({"house", "show"});
        QVERIFY2(members.output.contains("nas") && members.output.contains("spare"), members.output.c_str());
        QCOMPARE(spare.ctl({"house", "rename", "Jones"}).exitCode, 0);
        QCOMPARE(spare.ctlWithPassphrase(passphrase, {"house", "export-root", place("root")}).exitCode, 0);
        std::filesystem::remove(place("root"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        nas_ = std::make_unique<EngineAtWork>(place("nas"), "nas");
        QVERIFY(nas_->start());
        QCOMPARE(nas_->ctl({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        QCOMPARE(nas_->ctl({"person", "add", "Emma"}).exitCode, 0);
        const Said made = nas_->ctlWithPassphrase(passphrase, {"house", "backup", place("backup")});
        QVERIFY2(made.exitCode == 0, made.output.c_str());
    }

    void aBackupIsNeverReplaced()
    {
        const auto size = std::filesystem::file_size(place("backup"));
        QCOMPARE(nas_->ctlWithPassphrase(passphrase, {"house", "backup", place("backup")}).exitCode, 1);
        QCOMPARE(std::filesystem::file_size(place("backup")), size);
    }

    void aFullDiskLeavesNoHalfABackup()
    {
        const std::string disk = place("small");
        std::filesystem::create_directory(disk);
        QVERIFY2(::mount("faults", disk.c_str(), "tmpfs", 0, "size=4k") == 0, "the right to mount is needed");
        QFile filler(QString::fromStdString(disk + "/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QCOMPARE(filler.write(QByteArray(4'096, 'x')), 4'096);
        filler.close();
        const Said full = nas_->ctlWithPassphrase(passphrase, {"house", "backup", disk + "/backup"});
        const bool isThere = std::filesystem::exists(disk + "/backup");
        QCOMPARE(::umount2(disk.c_str(), MNT_DETACH), 0);
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.output.contains("full"), full.output.c_str());
        QVERIFY(!isThere);
    }

    void anEngineThatDiesLeavesNoHalfABackup()
    {
        std::mt19937 random(seed_);
        std::uniform_int_distribution<int> instant(0, 500'000);
        for (int kill = 0; kill < killsAtRandom; ++kill) {
            const auto pid = static_cast<pid_t>(nas_->program().pid());
            std::thread killer([pid, wait = std::chrono::microseconds(instant(random))] {
                // The instant of the kill is what is random; nothing is waited for.
                std::this_thread::sleep_for(wait);
                ::kill(pid, SIGKILL);
            });
            const Said made = nas_->ctlWithPassphrase(passphrase, {"house", "backup", place("again")});
            killer.join();
            nas_->kill();
            QCOMPARE(std::filesystem::exists(place("again")), made.exitCode == 0);
            std::filesystem::remove(place("again"));
            QVERIFY2(nas_->start(), nas_->lastWords().c_str());
        }
        QCOMPARE(nas_->git({"status", "--porcelain"}).output, std::string());
    }

    void aHouseIsRestoredWholeOrNotAtAll_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("path");
        for (const Step &step : steps)
            QTest::newRow(step.name) << QString::fromUtf8(step.call) << QString::fromUtf8(step.path);
    }
    void aHouseIsRestoredWholeOrNotAtAll()
    {
        QFETCH(const QString, call);
        QFETCH(const QString, path);
        const std::string calls = call.toStdString();
        int kills = 0;
        for (bool survived = false; !survived; ++kills) {
            QVERIFY2(kills < mostKillsAtOneStep, "the engine does not live without it either");
            EngineAtWork spare(place("spare"), "spare");
            const Command strace{"strace", "--interruptible=waiting", "--kill-on-exit", "-f", "-qqq", "-o",
                "/dev/null", "-P", (spare.data() / path.toStdString()).string(), "-e", "trace=" + calls, "-e",
                "inject=" + calls + ":signal=SIGKILL:when=" + std::to_string(kills + 1)};
            // Where it is killed before it serves, nothing was restored yet.
            const bool serves = spare.start(strace);
            const Said restored = serves
                ? spare.ctlWithPassphrase(passphrase, {"house", "restore", place("backup")})
                : Said();
            survived = restored.exitCode == 0;
            spare.kill();
            bool isThere = false;
            isWhole(spare, isThere);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(isThere || !survived);
            if (!isThere) {
                const Said again = spare.ctlWithPassphrase(passphrase, {"house", "restore", place("backup")});
                QVERIFY2(again.exitCode == 0, again.output.c_str());
                spare.stop();
                isWhole(spare, isThere);
                QVERIFY(isThere);
            }
            spare.stop();
            std::filesystem::remove_all(spare.data());
        }
        QVERIFY2(kills > 1, "the step has another name now");
    }
};

QTEST_GUILESS_MAIN(BackupFaultsTest)
#include "backup_faults_test.moc"
