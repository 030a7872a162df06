// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"
#include "fault_at_step.h"
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

/// What happens while a house is restored.
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
    /// Restores with a fault, and once more without it where that came to nothing. Whether the first one
    /// said that it was done.
    bool meetsAndIsWhole(EngineAtWork &spare, const Command &fault)
    {
        // Where it is killed before it serves, nothing was restored yet.
        const bool survived = spare.start(fault) && restores(spare);
        spare.kill();
        bool isThere = false;
        isWhole(spare, isThere);
        if (!isThere && !survived && restores(spare)) {
            spare.stop();
            isWhole(spare, isThere);
        }
        [&] { QVERIFY(isThere); }();
        return survived;
    }
    [[nodiscard]] bool restores(const EngineAtWork &spare) const
    {
        return spare.ctlWithPassphrase(passphrase, {"house", "restore", place("backup")}).exitCode == 0;
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

    void aHouseIsRestoredWholeOrNotAtAll_data() { addRows(steps); }
    void aHouseIsRestoredWholeOrNotAtAll()
    {
        faultAtEachCall(mostKillsAtOneStep, [&](int nth) {
            EngineAtWork spare(place("spare"), "spare");
            const bool survived = meetsAndIsWhole(spare, killedAt(nth, spare.data()));
            spare.stop();
            std::filesystem::remove_all(spare.data());
            return !survived;
        });
    }

    void aHouseIsRestoredOnceTheDiskHasRoom_data() { addRows(steps); }
    void aHouseIsRestoredOnceTheDiskHasRoom()
    {
        faultAtEachCall(mostKillsAtOneStep, [&](int nth) {
            EngineAtWork spare(place("spare"), "spare");
            const std::string log = place("calls");
            meetsAndIsWhole(spare, fullAt(nth, spare.data(), log));
            spare.stop();
            std::filesystem::remove_all(spare.data());
            return wasMet(log);
        });
    }
};

QTEST_GUILESS_MAIN(BackupFaultsTest)
#include "backup_faults_test.moc"
