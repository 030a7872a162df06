// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/announcer.h"

#include <QTest>

using namespace freehold::platform;

namespace {

/// Keeps what it is to tell.
class Told final : public ServiceDiscovery {
public:
    void start() override { }
    void refresh(const std::string &) override { }
    void announce(std::optional<Announcement> announcement) override
    {
        now = std::move(announcement);
        ++times;
    }

    std::optional<Announcement> now;
    int times = 0;
};

class Network final : public Neighbours {
public:
    void start() override { }
    void ask(int, const std::string &) override { }
};

const Announcement service{"freehold-3f9a", "_freehold._tcp", 7411, {"v=1"}, {}};
const Interface lan{2, "eth0", "9c:6b:00:00:00:30", {"10.0.0.2", "fe80::1"}, {}};
const Interface silent{3, "wlan0", "9c:6b:00:00:00:31", {}, {}};

} // namespace

class AnnouncerTest : public QObject {
    Q_OBJECT

    Told told_;
    Network network_;

private Q_SLOTS:
    void init()
    {
        told_.now.reset();
        told_.times = 0;
    }

    void aServiceIsToldWhereThereIsAnAddress()
    {
        Announcer announcer(told_, network_);
        announcer.announce(service);
        QVERIFY(!told_.now);
        Q_EMIT network_.interfacesChanged({lan, silent});
        QVERIFY(told_.now);
        QCOMPARE(told_.now->places.size(), 1U);
        QCOMPARE(told_.now->places.at(lan.index), lan.addresses);
        announcer.announce(std::nullopt);
        QVERIFY(!told_.now);
    }

    void whatIsToldAlreadyIsNotToldAgain()
    {
        Announcer announcer(told_, network_);
        Q_EMIT network_.interfacesChanged({lan});
        announcer.announce(service);
        const int times = told_.times;
        Q_EMIT network_.interfacesChanged({lan, silent});
        announcer.announce(service);
        QCOMPARE(told_.times, times);
    }

    void aNetworkThatGoesTakesItAlong()
    {
        Announcer announcer(told_, network_);
        Q_EMIT network_.interfacesChanged({lan});
        announcer.announce(service);
        QVERIFY(told_.now);
        Q_EMIT network_.interfacesChanged({silent});
        QVERIFY(!told_.now);
        Q_EMIT network_.interfacesChanged({lan});
        QVERIFY(told_.now);
    }
};

QTEST_GUILESS_MAIN(AnnouncerTest)
#include "announcer_test.moc"
