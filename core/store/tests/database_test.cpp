// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.h"
#include "store/observations.h"
#include "store/schema.h"
#include "support/file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::store;

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsThereAgain()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        {
            auto database = Database::open(path, migrations);
            QVERIFY(database);
            Events events(*database);
            QVERIFY(events.add({*fromRfc3339("2026-11-23T16:40:00Z"), "device-new", {{"name", "tv"}}}));
        }
        auto database = Database::open(path, migrations);
        QVERIFY(database && !database->keptAs());
        const auto newest = Events(*database).newest(5);
        QCOMPARE(newest->size(), std::size_t(1));
        QCOMPARE(newest->front().arguments.at("name"), std::string("tv"));
    }

    void whatWasSeenElsewhereIsAddedToWhatWasSeenHere()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        auto elsewhere = Database::open(place / "elsewhere.sqlite", migrations);
        QVERIFY(
            Events(*elsewhere).add({*fromRfc3339("2026-11-23T16:40:00Z"), "device-new", {{"name", "tv"}}}));
        QVERIFY(elsewhere->run("INSERT INTO sightings (id, device, answered, last_seen, host)"
                               " VALUES ('mac-1', 'theirs', 1, 2, 'tv'), ('mac-2', 'theirs', 1, 2, 'tv')"));
        auto here = Database::open(place / "here.sqlite", migrations);
        QVERIFY(here->run("INSERT INTO sightings (id, device, answered, last_seen, host)"
                          " VALUES ('mac-1', 'ours', 1, 2, 'tv')"));
        QVERIFY(addObservations(*here, *observationsIn(*elsewhere)));
        const auto all = observationsIn(*here);
        QCOMPARE(all->events.front().code, std::string("device-new"));
        QCOMPARE(all->sightings.size(), std::size_t(2));
        QCOMPARE(all->sightings.front().device, std::string("ours"));
        QCOMPARE(all->sightings.back().device, std::string("theirs"));
    }

    void aDamagedFileIsSetAsideAndANewOneBegun()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        QVERIFY(file::writeDurably(path, std::string(8192, 'x')));
        auto database = Database::open(path, migrations);
        QVERIFY(database);
        QVERIFY(database->keptAs());
        QCOMPARE(file::read(*database->keptAs(), 10'000)->size(), std::size_t(8192));
        QVERIFY(Events(*database).newest(1));
    }

    void aDamagedPageInTheMiddleIsNoticed()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        {
            auto database = Database::open(path, migrations);
            QVERIFY(Events(*database).add({Time(), "device-new", {}}));
        }
        constexpr std::size_t pageBytes = 4096;
        std::string content = *file::read(path, 1'000'000);
        QVERIFY(content.size() > 3 * pageBytes);
        content.replace(2 * pageBytes, pageBytes, pageBytes, 'x');
        QVERIFY(file::writeDurably(path, content));
        const auto database = Database::open(path, migrations);
        QVERIFY(database && database->keptAs());
        QCOMPARE(*file::read(*database->keptAs(), 1'000'000), content);
    }

    void aFileOfAnOlderVersionKeepsItsRows()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        {
            auto older = Database::open(path, std::span(migrations).first(1));
            QVERIFY(older);
            QVERIFY(older->run("INSERT INTO sightings VALUES ('mac-1', '{}', 1, 2);"
                               "INSERT INTO facts VALUES ('presence', 'study', 'study', 1, 2, '{}');"
                               "INSERT INTO events VALUES (1, 2, 'device-new', '{}')"));
        }
        auto database = Database::open(path, migrations);
        QVERIFY(database && !database->keptAs());
        for (const char *table : {"sightings", "facts", "events"}) {
            auto count = database->prepare("SELECT count(*) FROM " + std::string(table));
            QVERIFY(*count->step());
            QCOMPARE(count->number(0), 1);
        }
        QVERIFY(database->run("INSERT INTO convergence VALUES ('a', 'house', 'next', '{}', 1)"));
    }

    void aFileOfANewerVersionIsRefusedAndLeftAsItIs()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        QVERIFY(Database::open(path, migrations)->run("PRAGMA user_version = 99"));
        QCOMPARE(Database::open(path, migrations).error().code, ErrorCode::format_newer);
        QCOMPARE(Database::open(path, migrations).error().code, ErrorCode::format_newer);
    }

    void ofDamagedFilesTheLatestTwoStay()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "x.sqlite";
        for (const char *year : {"2023", "2024", "2025"})
            QVERIFY(file::writeDurably(path.string() + ".damaged-" + year + "-01-01T00:00:00.000Z", "old"));
        QVERIFY(file::writeDurably(path, std::string(8192, 'x')));
        const auto database = Database::open(path, migrations);
        QVERIFY(std::filesystem::exists(*database->keptAs()));
        QVERIFY(std::filesystem::exists(path.string() + ".damaged-2025-01-01T00:00:00.000Z"));
        QVERIFY(!std::filesystem::exists(path.string() + ".damaged-2024-01-01T00:00:00.000Z"));
        QVERIFY(!std::filesystem::exists(path.string() + ".damaged-2023-01-01T00:00:00.000Z"));
    }

    void theOldestEventsGo()
    {
        QTemporaryDir folder;
        auto database
            = Database::open(std::filesystem::path(folder.path().toStdString()) / "x.sqlite", migrations);
        Events events(*database);
        const auto filled = database->transaction([&]() -> Result<void> {
            for (std::int64_t number = 0; number < Events::keptEvents + 50; ++number) {
                if (auto added = events.add({Time(), std::to_string(number), {}}); !added)
                    return added;
            }
            return {};
        });
        QVERIFY(filled);
        const auto all = events.newest(2 * Events::keptEvents);
        QCOMPARE(static_cast<std::int64_t>(all->size()), Events::keptEvents);
        QCOMPARE(all->back().code, std::string("50"));
    }

    void aFailedTransactionLeavesNothing()
    {
        QTemporaryDir folder;
        auto database
            = Database::open(std::filesystem::path(folder.path().toStdString()) / "x.sqlite", migrations);
        Events events(*database);
        const auto failed = database->transaction([&]() -> Result<void> {
            if (auto added = events.add({Time(), "one", {}}); !added)
                return added;
            return failure(ErrorCode::disk_full);
        });
        QCOMPARE(failed.error().code, ErrorCode::disk_full);
        QVERIFY(events.newest(5)->empty());
    }

    void aTransactionThatIsOverSaysWhyItFailed()
    {
        QTemporaryDir folder;
        auto database
            = Database::open(std::filesystem::path(folder.path().toStdString()) / "x.sqlite", migrations);
        // As SQLite does by itself on a full disk.
        const auto failed = database->transaction([&]() -> Result<void> {
            if (auto back = database->run("ROLLBACK"); !back)
                return back;
            return failure(ErrorCode::disk_full);
        });
        QCOMPARE(failed.error().code, ErrorCode::disk_full);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
