// SPDX-License-Identifier: GPL-3.0-or-later
// The portable build's discovery, over Avahi's compatibility library.
#include "probe.h"

using namespace freehold;
using namespace freehold::testing;

class DnsSdScenario : public QObject {
    Q_OBJECT

    std::unique_ptr<Home> home_;
    std::unique_ptr<Program> printer_;
    std::unique_ptr<Program> probe_;

private Q_SLOTS:
    void init()
    {
        auto home = Home::create({"server", "watcher"});
        QVERIFY2(home, reason(home).c_str());
        home_ = std::move(*home);
        VERIFY_DONE(home_->host(0).startAvahi());
        VERIFY_DONE(home_->host(1).startAvahi());
        auto printer = home_->host(0).start(publish("Brother"));
        QVERIFY2(printer, reason(printer).c_str());
        printer_ = std::move(*printer);
        auto probe = home_->host(1).start({beside("discovery_probe")});
        QVERIFY2(probe, reason(probe).c_str());
        probe_ = std::move(*probe);
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
    }

    void cleanup()
    {
        probe_.reset();
        printer_.reset();
        home_.reset();
    }

    void aServiceIsSeenUntilItIsWithdrawn()
    {
        VERIFY_TOLD("resolved", "Brother", "fe80::");
        VERIFY_TOLD("resolved", "Brother", "\"ty\":\"Laser\"");
        printer_->terminate();
        VERIFY_GONE("Brother");
    }

    void whatIsAnnouncedIsFound()
    {
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

    void aDaemonThatRestartsIsFollowed()
    {
        home_->host(1).killAvahi();
        VERIFY_GONE("Brother");
        VERIFY_DONE(home_->host(1).startAvahi());
        VERIFY_TOLD("resolved", "Brother", home_->address(0));
    }
};

QTEST_GUILESS_MAIN(DnsSdScenario)
#include "dns_sd_scenario.moc"
