// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile neighbour floods the network of an engine that has found a printer before.
#include "network_scene.h"

#include <QTest>

using namespace freehold;
using namespace freehold::testing;

class FloodedEngineScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFloodTakesNoDeviceAwayAndLeavesTheEngineReadable_data()
    {
        QTest::addColumn<bool>("withDaemon");
        QTest::newRow("embedded") << false;
        QTest::newRow("daemon") << true;
    }

    void aFloodTakesNoDeviceAwayAndLeavesTheEngineReadable()
    {
        QFETCH(bool, withDaemon);
        auto created = Home::create({"server", "study", "hostile"});
        QVERIFY2(created, reason(created).c_str());
        const auto home = std::move(*created);
        VERIFY_DONE(home->host(0).startAvahi());
        if (withDaemon)
            VERIFY_DONE(home->host(1).startAvahi());
        const auto printer = home->host(0).start(publish("Brother"));
        QVERIFY2(printer, reason(printer).c_str());
        const QTemporaryDir folder;
        EngineAtWork engine(std::filesystem::path(folder.path().toStdString()) / "data");
        QVERIFY(engine.start(home->host(1).inside({})));
        const auto client = engine.client();
        const auto printersRow
            = [&] { return deviceOffering(devicesOf(*client), QStringLiteral("Brother")); };
        const int longest = static_cast<int>(std::chrono::milliseconds(patience).count());
        QVERIFY(
            QTest::qWaitFor([&] { return printersRow()[u"recognised_by"].toString() == u"mac"; }, longest));
        const auto before = printersRow();
        const auto memoryBefore = engine.program().memory();

        auto flood = home->host(2).start({beside("mdns_flood"), "20000"});
        QVERIFY2(flood, reason(flood).c_str());
        // Its services may be out of sight for a while, where the flood drives them from a cache.
        const auto isUnharmed = [&] {
            for (const auto row : devicesOf(*client)) {
                if (row[u"id"] == before[u"id"])
                    return row[u"mac"] == before[u"mac"]
                        && row[u"addresses"].toArray().contains(QString::fromStdString(home->address(0)));
            }
            return false;
        };
        int looks = 0;
        while ((*flood)->isRunning()) {
            QVERIFY(isUnharmed());
            ++looks;
            QCoreApplication::processEvents();
        }
        QVERIFY(looks > 0);
        const Said listed = engine.ctl({"device", "list", "--json"});
        QCOMPARE(listed.exitCode, 0);
        const auto rows = QJsonDocument::fromJson(QByteArray::fromStdString(listed.output)).array().size();
        const auto grown = engine.program().memory() - memoryBefore;
        qInfo("%d looks, %lld rows, %lld KiB of them, grown by %lld KiB", looks, static_cast<long long>(rows),
            static_cast<long long>(listed.output.size() / 1024), static_cast<long long>(grown / 1024));
        constexpr qsizetype enoughToCallItAFlood = 50;
        QVERIFY(rows > enoughToCallItAFlood);
        // The stack's cache as in the discovery's own scenario, and as much again for rows and answers.
        constexpr std::int64_t bound = 128LL * 1024 * 1024;
        QVERIFY(grown < bound);
        // Seen once is enough: until the flood's own records have left the cache the service may come and go.
        QVERIFY(QTest::qWaitFor([&] { return printersRow()[u"id"] == before[u"id"]; }, 120'000));
        engine.stop();
    }
};

QTEST_GUILESS_MAIN(FloodedEngineScenario)
#include "flooded_engine_scenario.moc"
