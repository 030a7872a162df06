// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.h"
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
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
