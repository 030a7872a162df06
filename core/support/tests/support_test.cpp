// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/aside.h"
#include "support/crypto.h"
#include "support/json.h"
#include "support/passing_file.h"
#include "support/ssh.h"
#include "support/time.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <semaphore>
#include <thread>

using namespace freehold;

namespace {

struct Sample {
    std::string text;
    std::int64_t number = 0;
    std::optional<Time> when;
    std::vector<std::string> list;
    bool wait = true;
    static constexpr auto fields()
    {
        return std::tuple{field("text", &Sample::text), field("number", &Sample::number),
            field("when", &Sample::when), field("list", &Sample::list), field("wait", &Sample::wait)};
    }
    friend bool operator==(const Sample &, const Sample &) = default;
};

} // namespace

class SupportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sshKeygenVerifiesWhatWeSign()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const auto key = crypto::SigningKey::generate();
        const std::string message = "tree 0\nauthor x\n\nhello\n";
        QVERIFY(file::writeDurably(place / "signature", ssh::sign(key, message)));
        QVERIFY(file::writeDurably(
            place / "allowed", "ana namespaces=\"git\" " + ssh::publicKeyText(key.publicKey()) + "\n"));
        QProcess keygen;
        keygen.setWorkingDirectory(folder.path());
        keygen.start(QStringLiteral("ssh-keygen"),
            {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"), QStringLiteral("allowed"),
                QStringLiteral("-I"), QStringLiteral("ana"), QStringLiteral("-n"), QStringLiteral("git"),
                QStringLiteral("-s"), QStringLiteral("signature")});
        keygen.write(message.data(), static_cast<qint64>(message.size()));
        keygen.closeWriteChannel();
        QVERIFY(keygen.waitForFinished());
        QCOMPARE(keygen.exitCode(), 0);
    }

    void aSignatureCountsForItsMessageAlone()
    {
        const auto key = crypto::SigningKey::generate();
        const std::string armoured = ssh::sign(key, "one");
        QVERIFY(ssh::signedBy(armoured, "one") == key.publicKey());
        QVERIFY(!ssh::signedBy(armoured, "two"));
        for (std::size_t at = 0; at < armoured.size(); ++at)
            QVERIFY(!ssh::signedBy(armoured.substr(0, at), "one"));
    }

    void publicKeysSurviveTheirTextForm()
    {
        const auto key = crypto::SigningKey::generate().publicKey();
        QVERIFY(ssh::publicKeyFromText(ssh::publicKeyText(key)) == key);
        QVERIFY(!ssh::publicKeyFromText("ssh-rsa AAAA"));
        QVERIFY(!ssh::publicKeyFromText("ssh-ed25519 AAAA"));
    }

    void timesAreRfc3339InUtc()
    {
        const auto time = fromRfc3339("2026-11-23T17:40:00.250+01:00");
        QVERIFY(time);
        QCOMPARE(toRfc3339(*time), std::string("2026-11-23T16:40:00.250Z"));
        QCOMPARE(toRfc3339(*fromRfc3339("2026-11-23T16:40:00Z")), std::string("2026-11-23T16:40:00Z"));
        for (const char *wrong : {"", "2026-11-23", "2026-11-23T16:40:00", "2026-13-01T00:00:00Z", "now",
                 "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"})
            QVERIFY2(!fromRfc3339(wrong), wrong);
    }

    void shapedTypesSurviveJson()
    {
        const Sample sample{"Küche", 7, fromRfc3339("2026-11-23T16:40:00Z"), {"a", "b"}, false};
        const auto again = json::read<Sample>(json::write(sample), "");
        QVERIFY(again);
        QVERIFY(*again == sample);
    }

    void jsonOfTheWrongShapeNamesItsField()
    {
        QJsonObject object = json::write(Sample{}).toObject();
        object[QStringLiteral("number")] = QStringLiteral("seven");
        const auto wrong = json::read<Sample>(object, "");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().arguments.at("field"), std::string("number"));
        object[QStringLiteral("number")] = 7;
        object[QStringLiteral("more")] = 1;
        QCOMPARE(json::read<Sample>(object, "").error().arguments.at("field"), std::string("more"));
        const auto fromNewer = json::read<Sample, json::UnknownFields::ignored>(object, "");
        QVERIFY(fromNewer && fromNewer->number == 7);
    }

    void aSwitchThatIsNotGivenIsAsItsTypeHasIt()
    {
        QJsonObject object = json::write(Sample{}).toObject();
        object.remove(QStringLiteral("wait"));
        const auto read = json::read<Sample>(object, "");
        QVERIFY(read && read->wait);
    }

    void aFileThatIsNotPutIntoItsPlaceLeavesNothing()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        QVERIFY(file::writeDurably(place / "1", "old"));
        QVERIFY(file::PassingFile::write(place / "1.new", place / "1", "new"));
        QVERIFY(!std::filesystem::exists(place / "1.new"));
        QCOMPARE(*file::read(place / "1", 100), std::string("old"));
        {
            auto written = file::PassingFile::write(place / "1.new", place / "1", "new");
            QVERIFY(written && written->sync() && written->put());
        }
        QVERIFY(!std::filesystem::exists(place / "1.new"));
        QCOMPARE(*file::read(place / "1", 100), std::string("new"));
    }

    void aPassingFileGoesOnOnlyToWhereNothingIs()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        auto written = file::PassingFile::write(place / "1.new", place / "1", "mine");
        QVERIFY(file::writeDurably(place / "1.lock", "somebody's"));
        QVERIFY(written->moveOn(place / "1.lock") == std::errc::file_exists);
        QVERIFY(std::filesystem::exists(place / "1.new"));
        QCOMPARE(*file::read(place / "1.lock", 100), std::string("somebody's"));
        QVERIFY(file::removeDurably(place / "1.lock"));
        QVERIFY(!written->moveOn(place / "1.lock"));
        QVERIFY(!std::filesystem::exists(place / "1.new"));
        QVERIFY(written->put() && !std::filesystem::exists(place / "1.lock"));
        QCOMPARE(*file::read(place / "1", 100), std::string("mine"));
    }

    void whatIsWrittenWhereRoomWasMadeIsAsLongAsItIs()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        constexpr std::size_t room = 10'000;
        for (const std::size_t length : {room / 2, room, room * 2}) {
            file::makeRoom(place / "1.new", room);
            const auto made = std::filesystem::file_size(place / "1.new");
            QVERIFY(made <= room && made + 4'096 > room);
            const std::string content(length, 'x'); // also shorter than the room
            auto written = file::PassingFile::write(place / "1.new", place / "1", content);
            QVERIFY(written && written->put());
            QCOMPARE(*file::read(place / "1", 1'000'000), content);
        }
        file::makeRoom(place / "missing" / "1.new", room);
    }

    void aFileThatIsElsewhereTooIsNotWrittenOver()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        QVERIFY(file::writeDurably(place / "1", "in its place"));
        std::filesystem::create_hard_link(place / "1", place / "1.new");
        auto written = file::PassingFile::write(place / "1.new", place / "2", "next");
        QCOMPARE(*file::read(place / "1", 100), std::string("in its place"));
        QVERIFY(written && written->put());
        QCOMPARE(*file::read(place / "2", 100), std::string("next"));
    }

    void filesAreHeldUntilTheyAreReleasedAndNotWithoutLimit()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const auto openFiles = [] {
            constexpr int more = 256; // than this program has
            int count = 0;
            for (int number = 0; number < more; ++number)
                count += ::fcntl(number, F_GETFD) == -1 ? 0 : 1;
            return count;
        };
        QVERIFY(file::writeDurably(place / "1", "old"));
        const int before = openFiles();
        file::Replaced replaced;
        replaced.hold(place / "missing");
        QCOMPARE(openFiles(), before);
        for (int time = 0; time < 20; ++time)
            replaced.hold(place / "1");
        QVERIFY(openFiles() > before && openFiles() < before + 20);
        replaced.release();
        QCOMPARE(openFiles(), before);
    }

    void workAsideIsDoneWhenItsEndIsWaitedFor()
    {
        Aside aside;
        const auto here = std::this_thread::get_id();
        std::vector<std::thread::id> threads;
        for (int time = 0; time < 100; ++time) {
            const auto running = aside.begin([&] { threads.push_back(std::this_thread::get_id()); });
        }
        QCOMPARE(threads.size(), std::size_t{100});
        QVERIFY(threads.front() != here);
        QVERIFY(std::ranges::count(threads, threads.front()) == 100);
    }

    void workAsideGoesOnBesideItsOwner()
    {
        Aside aside;
        std::binary_semaphore mine(0);
        std::binary_semaphore other(0);
        const auto running = aside.begin([&] {
            other.release();
            mine.acquire();
        });
        other.acquire();
        mine.release();
    }

    void onlyAFileOfTheSameSizeIsOverwrittenWhereItLies()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "x";
        QVERIFY(*file::overwriteDurably(path, "one") == false);
        QVERIFY(file::writeDurably(path, "one"));
        QVERIFY(*file::overwriteDurably(path, "three") == false);
        QCOMPARE(*file::read(path, 100), std::string("one"));
        QVERIFY(*file::overwriteDurably(path, "two") == true);
        QCOMPARE(*file::read(path, 100), std::string("two"));
    }

    void aFileIsReplacedAsAWhole()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "x";
        QVERIFY(file::writeDurably(path, "one", file::Mode::secret));
        QVERIFY(file::writeDurably(path, "two", file::Mode::secret));
        QCOMPARE(*file::read(path, 100), std::string("two"));
        QVERIFY((std::filesystem::status(path).permissions() & std::filesystem::perms::others_all)
            == std::filesystem::perms::none);
        QCOMPARE(file::read(path, 2).error().code, ErrorCode::document_too_large);
        QCOMPARE(file::writeDurably("/proc/nothing/x", "").error().code, ErrorCode::file_unwritable);
    }

    void idsInBase32FollowRfc4648()
    {
        QCOMPARE(toBase32(asBytes("foobar")), std::string("mzxw6ytboi"));
        QCOMPARE(toBase32(asBytes("f")), std::string("my"));
    }

    void everyErrorNameLeadsBackToItsCode()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::access_missing); ++code)
            QCOMPARE(errorCodeFromName(name(static_cast<ErrorCode>(code))), static_cast<ErrorCode>(code));
    }
};

QTEST_GUILESS_MAIN(SupportTest)
#include "support_test.moc"
