// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"
#include "power_cut/whole_engine.h"

#include <QJsonDocument>
#include <QTest>
#include <QtCrypto>

#include <algorithm>
#include <fstream>
#include <sys/mount.h>

using namespace freehold;
using namespace freehold::testing;

namespace {

void overwrite(const std::filesystem::path &path, const std::string &content)
{
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

} // namespace

/// What happens around an engine: each fault gets a clear sentence with a remedy, and nothing kept is lost.
class SurroundingsTest : public QObject {
    Q_OBJECT

private:
    const QCA::Initializer cryptography_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<EngineAtWork> engine_;
    std::string kept_;
    bool mounted_ = false;
    std::filesystem::path readOnly_;

    [[nodiscard]] std::filesystem::path path() const { return folder_->path().toStdString(); }
    [[nodiscard]] std::filesystem::path git() const { return engine_->data() / "config/.git"; }

    /// A small disk of its own, so that it can be full or read-only.
    bool mountDisk(const char *options)
    {
        mounted_ = ::mount("faults", path().c_str(), "tmpfs", 0, options) == 0;
        return mounted_;
    }

    /// A read-only view in a folder's place: the engine has files open for writing, which would keep the disk
    /// itself writable.
    void makeReadOnly(const std::filesystem::path &folder)
    {
        readOnly_ = folder;
        QCOMPARE(::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr), 0);
        QCOMPARE(::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
    }
    void makeWritable() { QCOMPARE(::umount2(std::exchange(readOnly_, {}).c_str(), MNT_DETACH), 0); }

    void makeHouse()
    {
        engine_ = std::make_unique<EngineAtWork>(path() / "data");
        QVERIFY(engine_->start());
        const Said made = engine_->ctl({"house", "create", "Smith", "--timezone", "UTC"});
        QVERIFY2(made.exitCode == 0, made.output.c_str());
        keepOne("kept");
    }

    void fillDisk() const
    {
        std::ofstream filler(path() / "filler", std::ios::binary);
        const std::string block(1'024, 'x');
        while (filler << block << std::flush) { }
    }
    void makeRoom() const { std::filesystem::remove(path() / "filler"); }

    void apply(const std::string &name, const char *state, QJsonObject &change)
    {
        const auto answer = engine_->client()->call("config.apply", lamp(name));
        QVERIFY(answer);
        change = answer->value(QStringLiteral("result")).toObject();
        QVERIFY2(change.value(QStringLiteral("state")).toString() == QString::fromUtf8(state),
            QJsonDocument(*answer).toJson().constData());
    }

    void keepOne(const std::string &name)
    {
        QJsonObject change;
        apply(name, "kept", change);
        kept_ = change.value(QStringLiteral("id")).toString().toStdString();
    }

    /// A change made its files' room ahead for the next one, which so is kept on a full disk too.
    void useUpRoomMadeAhead()
    {
        constexpr int mostChanges = 3;
        for (int count = 0; count < mostChanges; ++count) {
            const auto answer
                = engine_->client()->call("config.apply", lamp("ahead " + std::to_string(count)));
            QVERIFY(answer);
            const QJsonObject change = answer->value(QStringLiteral("result")).toObject();
            if (change.isEmpty())
                return;
            QCOMPARE(change.value(QStringLiteral("state")).toString(), QStringLiteral("kept"));
            kept_ = change.value(QStringLiteral("id")).toString().toStdString();
        }
    }

    void isRefused(const char *code, const char *remedy)
    {
        const auto answer = engine_->client()->call("config.apply", lamp("refused"));
        QVERIFY(answer);
        const QJsonObject error = answer->value(QStringLiteral("error")).toObject();
        QVERIFY2(error.value(QStringLiteral("message")).toString() == QString::fromUtf8(code),
            QJsonDocument(*answer).toJson().constData());
        const Said said = engine_->ctl({"device", "rename", "box", "other"});
        QVERIFY(said.exitCode != 0);
        QVERIFY2(said.output.starts_with("error: ") && said.output.contains(remedy), said.output.c_str());
    }

    void statusSays(const char *what)
    {
        const Said status = engine_->ctl({"status"});
        QVERIFY2(status.output.contains(what), status.output.c_str());
    }

    void nothingIsLost()
    {
        const Said main = engine_->git({"rev-list", "main"});
        QVERIFY2(main.output.contains(kept_), main.output.c_str());
        const Said fsck = engine_->git({"fsck", "--strict", "--no-dangling", "--no-progress"});
        QVERIFY2(fsck.exitCode == 0, fsck.output.c_str());
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        mounted_ = false;
    }

    void cleanup()
    {
        engine_.reset();
        if (!readOnly_.empty())
            ::umount2(readOnly_.c_str(), MNT_DETACH);
        if (mounted_)
            ::umount2(path().c_str(), MNT_DETACH);
        folder_.reset();
    }

    void aFullDiskIsSaidAndNothingIsLost()
    {
        QVERIFY2(mountDisk("size=3m"), "the right to mount is needed");
        makeHouse();
        fillDisk();
        useUpRoomMadeAhead();
        isRefused("disk-full", "Free some space, then try again");
        nothingIsLost();
        makeRoom();
        keepOne("after");
        nothingIsLost();
        engine_->stop();
        QVERIFY(engine_->start());
        nothingIsLost();
    }

    void aDiskThatIsFullAtTheFirstStartIsSaid()
    {
        QVERIFY2(mountDisk("size=3m"), "the right to mount is needed");
        fillDisk();
        engine_ = std::make_unique<EngineAtWork>(path() / "data");
        const Said said = engine_->startInVain();
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.output.contains("Free some space, then try again"), said.output.c_str());
        makeRoom();
        makeHouse();
        nothingIsLost();
    }

    void aDiskThatIsFullWhenAHouseIsMadeIsSaid()
    {
        QVERIFY2(mountDisk("size=3m"), "the right to mount is needed");
        engine_ = std::make_unique<EngineAtWork>(path() / "data");
        QVERIFY(engine_->start());
        const Command create{"house", "create", "Smith", "--timezone", "UTC"};
        fillDisk();
        // The vault is written first: it gets the house's root key.
        const Said said = engine_->ctl(create);
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.output.contains("/vault") && said.output.contains("Free some space, then try again"),
            said.output.c_str());
        makeRoom();
        QCOMPARE(engine_->ctl(create).exitCode, 0);
        keepOne("after");
        nothingIsLost();
    }

    void aDiskThatIsFullWhenAnEngineStartsIsSaidAndNothingIsLost()
    {
        QVERIFY2(mountDisk("size=3m"), "the right to mount is needed");
        makeHouse();
        engine_->stop();
        fillDisk();
        // Its database can't be written, nor anything else.
        const Said said = engine_->startInVain();
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.output.contains("Free some space, then try again"), said.output.c_str());
        makeRoom();
        QVERIFY(engine_->start());
        keepOne("after");
        nothingIsLost();
    }

    void aFolderThatBecomesReadOnlyIsSaidAndNothingIsLost()
    {
        makeHouse();
        makeReadOnly(engine_->data() / "config");
        isRefused("folder-read-only", "Make it writable");
        QVERIFY(engine_->client()->call("house.show").has_value());
        makeWritable();
        keepOne("after");
        nothingIsLost();
    }

    void aChangeWhoseFilesCannotBeWrittenWaitsAndIsSaid()
    {
        makeHouse();
        makeReadOnly(engine_->data() / "config/devices");
        QJsonObject change;
        apply("waiting", "waiting", change);
        statusSays("is not in force on this machine");
        makeWritable();
        keepOne("after");
        nothingIsLost();
        QCOMPARE(engine_->git({"status", "--porcelain"}).output, std::string());
    }

    void aReadOnlyFolderAtStartIsSaid()
    {
        makeHouse();
        engine_->stop();
        makeReadOnly(engine_->data());
        const Said said = engine_->startInVain();
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.output.contains("can't be written to") && said.output.contains("Make it writable"),
            said.output.c_str());
        makeWritable();
        QVERIFY(engine_->start());
        nothingIsLost();
    }

    void aLockOfAnotherProgramIsSaid()
    {
        makeHouse();
        const auto place = git() / "refs/heads/main.lock";
        std::ofstream(place) << "";
        isRefused("repository-locked", "then try again");
        // Who left it may be gone: a start clears it.
        engine_->stop();
        QVERIFY(engine_->start());
        QVERIFY(!std::filesystem::exists(place));
        keepOne("after");
        nothingIsLost();
    }

    void aChangeThatCannotBeSettledWaitsAndIsSettledByTheNext()
    {
        makeHouse();
        const auto place = git() / "refs/freehold/applied.lock";
        std::ofstream(place) << "";
        const auto answer = engine_->client()->call("config.apply", lamp("waiting"));
        QVERIFY(answer);
        const QJsonObject change = answer->value(QStringLiteral("result")).toObject();
        QCOMPARE(change.value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));
        std::filesystem::remove(place);
        keepOne("after");
        nothingIsLost();
        QCOMPARE(engine_->git({"rev-parse", "refs/freehold/applied"}).output,
            engine_->git({"rev-parse", "main"}).output);
        QCOMPARE(engine_->git({"status", "--porcelain"}).output, std::string());
    }

    void aLockOnGitsIndexStopsNoChange()
    {
        makeHouse();
        std::ofstream(git() / "index.lock") << "";
        keepOne("meanwhile");
        engine_->stop();
        QVERIFY(engine_->start());
        QVERIFY(!std::filesystem::exists(git() / "index.lock"));
        QCOMPARE(engine_->git({"status", "--porcelain"}).output, std::string());
        nothingIsLost();
    }

    void aDamagedIndexIsMadeAgain()
    {
        makeHouse();
        engine_->stop();
        overwrite(git() / "index", "damaged");
        QVERIFY(engine_->start());
        QCOMPARE(engine_->git({"status", "--porcelain"}).output, std::string());
        overwrite(git() / "index", "damaged again");
        keepOne("after");
        QCOMPARE(engine_->git({"status", "--porcelain"}).output, std::string());
        nothingIsLost();
    }

    void aDamagedObjectIsSaidAndTheEngineServes()
    {
        makeHouse();
        engine_->stop();
        for (const auto &entry : std::filesystem::directory_iterator(git() / "objects/pack")) {
            if (entry.path().extension() == ".pack")
                overwrite(entry.path(), "damaged");
        }
        QVERIFY(engine_->start());
        isRefused("repository-damaged", "git fsck");
        statusSays("damaged");
    }

    void aDamagedDatabaseIsSetAside()
    {
        makeHouse();
        engine_->stop();
        for (const char *suffix : {"-wal", "-shm"})
            std::filesystem::remove(engine_->data() / (std::string("observations.sqlite") + suffix));
        overwrite(engine_->data() / "observations.sqlite", std::string(8'192, 'x'));
        QVERIFY(engine_->start());
        const auto isAside
            = [](const auto &entry) { return entry.path().filename().string().contains(".damaged-"); };
        QVERIFY(std::ranges::any_of(std::filesystem::directory_iterator(engine_->data()), isAside));
        statusSays("was damaged and has been begun anew");
        statusSays("Nothing needs to be done");
        keepOne("after");
        nothingIsLost();
    }

    void aDamagedVaultIsSaidAndTheEngineServes()
    {
        makeHouse();
        engine_->stop();
        overwrite(engine_->data() / "vault", "damaged");
        QVERIFY(engine_->start());
        isRefused("vault-damaged", "own copy");
        QVERIFY(engine_->client()->call("house.show")->contains(QStringLiteral("result")));
        nothingIsLost();
    }

    void aClockThatWasSetBackIsSaid()
    {
        makeHouse();
        engine_->stop();
        {
            const auto ahead = WholeEngine::open(engine_->data());
            QVERIFY(ahead);
            (*ahead)->clock().jump(std::chrono::years(1)
                + std::chrono::floor<std::chrono::milliseconds>(
                    std::chrono::system_clock::now() - SteppingClock::begin));
            QVERIFY((*ahead)->call(contract::HouseRename{"Jones"}));
        }
        QVERIFY(engine_->start());
        statusSays("behind the newest change");
        statusSays("Check the date and time of this machine");
        keepOne("after");
        nothingIsLost();
    }

    void aSecondEngineOnTheSameFolderIsRefused()
    {
        makeHouse();
        const Said said = engine_->startInVain();
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.output.contains("error: Another engine already works on")
                && said.output.contains("end it first"),
            said.output.c_str());
        keepOne("after");
        nothingIsLost();
    }
};

QTEST_GUILESS_MAIN(SurroundingsTest)
#include "surroundings_test.moc"
