// SPDX-License-Identifier: GPL-3.0-or-later
// A neighbour floods the network with absurd mDNS answers while we watch.
#include "probe.h"

#include <QTest>

using namespace freehold;
using namespace freehold::testing;

class HostileNeighbourScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFloodCostsBoundedMemoryAndNoLife_data()
    {
        QTest::addColumn<bool>("withDaemon");
        QTest::newRow("embedded") << false;
        QTest::newRow("daemon") << true;
    }

    void aFloodCostsBoundedMemoryAndNoLife()
    {
        QFETCH(bool, withDaemon);
        auto created = Home::create({"server", "watcher", "hostile"});
        QVERIFY2(created, reason(created).c_str());
        const auto home = std::move(*created);
        QVERIFY(home->host(0).startAvahi());
        if (withDaemon)
            QVERIFY(home->host(1).startAvahi());
        auto started = home->host(1).start({beside("discovery_probe")});
        QVERIFY2(started, reason(started).c_str());
        const auto probe = std::move(*started);
        QVERIFY2(probe->waitForLine("running"), all(*probe).c_str());
        const auto before = probe->memory();

        const auto flood = home->host(2).run({beside("mdns_flood"), "20000"});
        QVERIFY2(flood, reason(flood).c_str());
        QVERIFY(probe->waitForLine("flood"));
        // On a busy machine the daemon tells of it slowly.
        constexpr std::size_t enoughToCallItAFlood = 50;
        constexpr std::chrono::seconds busy{30};
        QTRY_VERIFY_WITH_TIMEOUT(probe->lines().size() > enoughToCallItAFlood, busy);
        QVERIFY(probe->isRunning());
        // The stack's cache is 4,096 records of at most 9 kB an interface; ours is smaller.
        constexpr std::int64_t bound = 64L * 1024 * 1024;
        const auto grown = probe->memory() - before;
        qInfo("%lld events, grown by %lld KiB", static_cast<long long>(probe->lines().size()),
            static_cast<long long>(grown / 1024));
        QVERIFY(grown < bound);
        if (!withDaemon)
            QVERIFY2(probe->waitForLine("\"limit\":\"records\""), all(*probe).c_str());
        // What is real is found again, once the flood's records have run out.
        auto real = home->host(0).start(publish("Brother", "_ipp._tcp"));
        QVERIFY2(real, reason(real).c_str());
        QVERIFY(probe->waitForLine(tells("resolved", "Brother", home->address(0)), std::chrono::minutes(2)));
        QVERIFY(probe->isRunning());
    }
};

QTEST_GUILESS_MAIN(HostileNeighbourScenario)
#include "hostile_neighbour_scenario.moc"
