// SPDX-License-Identifier: GPL-3.0-or-later
// Two real hosts: one offers services through Avahi's daemon, the other watches.
#include "probe.h"

#include <QTest>

using namespace freehold;
using namespace freehold::testing;

class DiscoveryScenario : public QObject {
    Q_OBJECT

    std::unique_ptr<Home> home_;
    std::unique_ptr<Program> probe_;
    std::unique_ptr<Program> printer_;

    void watch()
    {
        auto probe = home_->host(1).start({beside("discovery_probe")});
        QVERIFY2(probe, reason(probe).c_str());
        probe_ = std::move(*probe);
    }
    void offer()
    {
        auto printer = home_->host(0).start(publish("Brother"));
        QVERIFY2(printer, reason(printer).c_str());
        printer_ = std::move(*printer);
        QVERIFY2(printer_->waitForLine("Established"), all(*printer_).c_str());
    }

private Q_SLOTS:
    void init()
    {
        auto home = Home::create({"server", "watcher"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        VERIFY_DONE(home_->host(0).startAvahi());
    }

    void cleanup()
    {
        probe_.reset();
        printer_.reset();
        home_.reset();
    }

    void aServiceIsSeenThroughTheDaemon()
    {
        VERIFY_DONE(home_->host(1).startAvahi());
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
        VERIFY_TOLD("resolved", "Brother", "fe80::");
        VERIFY_TOLD("resolved", "Brother", "\"ty\":\"Laser\"");
        printer_->terminate();
        VERIFY_GONE("Brother");
    }

    void aServiceIsSeenByTheEmbeddedStackWhereNoDaemonRuns()
    {
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
        VERIFY_TOLD("resolved", "Brother", "fe80::");
        printer_->terminate();
        VERIFY_GONE("Brother");
    }

    void theEmbeddedStackAnnouncesNothing()
    {
        watch();
        QVERIFY(probe_->waitForLine("running"));
        offer();
        VERIFY_TOLD("resolved", "Brother");
        const auto resolved = home_->host(0).run({"sh", "-c", "avahi-resolve-host-name watcher.local; true"});
        QVERIFY2(resolved, reason(resolved).c_str());
        QVERIFY2(!resolved->contains(home_->address(1)), resolved->c_str());
    }

    void whatIsAnnouncedIsFound_data()
    {
        QTest::addColumn<bool>("withDaemon");
        QTest::newRow("through the daemon") << true;
        QTest::newRow("by the embedded stack") << false;
    }

    void whatIsAnnouncedIsFound()
    {
        QFETCH(const bool, withDaemon);
        if (withDaemon)
            VERIFY_DONE(home_->host(1).startAvahi());
        auto started = home_->host(1).start({beside("discovery_probe"), "freehold-3f9a"});
        QVERIFY2(started, reason(started).c_str());
        probe_ = std::move(*started);
        auto browser = home_->host(0).start({"avahi-browse", "-rp", "_freehold._tcp"});
        QVERIFY2(browser, reason(browser).c_str());
        const auto isFound = [&](const std::string &line) {
            return line.starts_with("=") && line.contains("freehold-3f9a") && line.contains(";7411;")
                && line.contains(home_->address(1)) && line.contains("\"v=1\"")
                && line.contains("\"id=00c0ffee\"");
        };
        QVERIFY2((*browser)->waitForLine(isFound), all(**browser).c_str());
        probe_->terminate();
        const auto isGone
            = [](const std::string &line) { return line.starts_with("-") && line.contains("freehold-3f9a"); };
        QVERIFY2((*browser)->waitForLine(isGone), all(**browser).c_str());
    }

    void whatIsAnnouncedOutlivesADaemon()
    {
        VERIFY_DONE(home_->host(1).startAvahi());
        auto started = home_->host(1).start({beside("discovery_probe"), "freehold-3f9a"});
        QVERIFY2(started, reason(started).c_str());
        probe_ = std::move(*started);
        // Each has another host name for it.
        const auto isFoundAt = [&](const std::string &host) {
            const auto found = home_->host(0).run({"avahi-browse", "-rtp", "_freehold._tcp"});
            return found && found->contains(";freehold-3f9a;") && found->contains(';' + host + ".local;");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFoundAt("watcher"), std::chrono::milliseconds(patience));
        home_->host(1).stopAvahi();
        QTRY_VERIFY_WITH_TIMEOUT(isFoundAt("freehold-3f9a"), std::chrono::milliseconds(patience));
        VERIFY_DONE(home_->host(1).startAvahi());
        QTRY_VERIFY_WITH_TIMEOUT(isFoundAt("watcher"), std::chrono::milliseconds(patience));
    }

    void aDaemonThatRestartsIsFollowed()
    {
        VERIFY_DONE(home_->host(1).startAvahi());
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother");
        for (int round = 0; round < 2; ++round) {
            home_->host(1).killAvahi();
            VERIFY_GONE("Brother");
            VERIFY_TOLD("resolved", "Brother"); // by the embedded stack
            VERIFY_DONE(home_->host(1).startAvahi());
            VERIFY_GONE("Brother");
            VERIFY_TOLD("resolved", "Brother");
        }
    }

    void theEmbeddedStackHandsOverToADaemonThatAppears()
    {
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother");
        VERIFY_DONE(home_->host(1).startAvahi()); // with the bus, which wasn't there before
        VERIFY_GONE("Brother");
        VERIFY_TOLD("resolved", "Brother");
        const auto sockets = home_->host(1).run({"ss", "-Hulnp", "sport", "=", ":5353"});
        QVERIFY2(sockets, reason(sockets).c_str());
        QVERIFY2(sockets->contains("avahi-daemon"), sockets->c_str());
        QVERIFY2(!sockets->contains("discovery_probe"), sockets->c_str());
    }

    void aBusThatRestartsIsFollowed()
    {
        VERIFY_DONE(home_->host(1).startAvahi());
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother");
        home_->host(1).killBus();
        home_->host(1).killAvahi();
        VERIFY_GONE("Brother");
        VERIFY_TOLD("resolved", "Brother");
        VERIFY_DONE(home_->host(1).startAvahi());
        VERIFY_GONE("Brother");
        VERIFY_TOLD("resolved", "Brother");
    }

    void anInterfaceThatGoesTakesItsServicesAlong_data()
    {
        QTest::addColumn<bool>("withDaemon");
        QTest::newRow("daemon") << true;
        QTest::newRow("embedded") << false;
    }

    void anInterfaceThatGoesTakesItsServicesAlong()
    {
        QFETCH(bool, withDaemon);
        if (withDaemon)
            VERIFY_DONE(home_->host(1).startAvahi());
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother");
        VERIFY_TOLD("interfaces", "eth0", home_->address(1));
        VERIFY_DONE(home_->host(1).run({"ip", "link", "set", "eth0", "down"}));
        const auto withoutInterfaces
            = [](const std::string &line) { return line.contains("\"interfaces\":[]"); };
        VERIFY_TOLD("gone", "Brother"); // in either order
        QVERIFY2(probe_->waitForLine(withoutInterfaces), all(*probe_).c_str());
        probe_->forgetThrough(tells("gone", "Brother"));
        probe_->forgetThrough(withoutInterfaces);
        VERIFY_DONE(home_->host(1).run({"ip", "link", "set", "eth0", "up"}));
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
        VERIFY_TOLD("interfaces", "eth0", home_->address(1));
    }

    void aNeighboursMacIsTold()
    {
        watch();
        VERIFY_TOLD("interfaces", "eth0");
        const auto mac = home_->mac(0);
        QVERIFY2(mac, reason(mac).c_str());
        // Whatever is sent to it makes the kernel ask for its MAC.
        VERIFY_DONE(home_->host(1).run({"bash", "-c", "echo >/dev/udp/" + home_->address(0) + "/9"}));
        VERIFY_TOLD("neighbour", home_->address(0), *mac);
        VERIFY_DONE(home_->host(1).run({"ip", "neighbour", "flush", "dev", "eth0"}));
        VERIFY_TOLD("neighbour-gone", home_->address(0));
    }

    void theMacOfAServicesHostIsAskedFor()
    {
        offer();
        watch();
        const auto mac = home_->mac(0);
        QVERIFY2(mac, reason(mac).c_str());
        VERIFY_TOLD("neighbour", home_->address(0), *mac);
    }

    void aHostThatHasAnotherAddressIsFollowed()
    {
        VERIFY_DONE(home_->host(1).startAvahi());
        offer();
        watch();
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
        VERIFY_TOLD("neighbour", home_->address(0));
        const std::string another = "10.77.0.50";
        VERIFY_DONE(home_->host(0).run({"ip", "address", "del", home_->address(0) + "/24", "dev", "eth0"}));
        VERIFY_DONE(home_->host(0).run({"ip", "address", "add", another + "/24", "dev", "eth0"}));
        const auto nameLeadsToIt = [&] {
            return home_->host(1)
                .run({"timeout", "5", "avahi-resolve-host-name", "-4", "server.local"})
                .value_or("")
                .contains(another);
        };
        QTRY_VERIFY_WITH_TIMEOUT(nameLeadsToIt(), 30'000);
        // That nobody answers at the old address is what the kernel finds out.
        VERIFY_DONE(home_->host(1).run({"ip", "neighbour", "flush", "dev", "eth0"}));
        VERIFY_TOLD("resolved", "Brother", another);
        VERIFY_TOLD("neighbour", another);
    }

    void gatewaysAreFollowed()
    {
        watch();
        VERIFY_TOLD("interfaces", "eth0", "\"gateways\":[]");
        VERIFY_DONE(home_->host(1).run({"ip", "route", "add", "default", "via", home_->address(0)}));
        VERIFY_TOLD("interfaces", "eth0", "\"gateways\":[\"" + home_->address(0) + "\"]");
        probe_->forgetThrough(tells("interfaces", "eth0", home_->address(0)));
        VERIFY_DONE(home_->host(1).run({"ip", "route", "del", "default"}));
        VERIFY_TOLD("interfaces", "eth0", "\"gateways\":[]");
    }
};

QTEST_GUILESS_MAIN(DiscoveryScenario)
#include "discovery_scenario.moc"
