// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using namespace freehold::devices::testing;
using contract::DeviceState;
using contract::RecognisedBy;
using namespace std::chrono_literals;

namespace {

constexpr const char *mac = "9c:6b:00:00:00:30";
constexpr const char *otherMac = "9c:6b:00:00:00:31";
constexpr const char *address = "192.168.1.30";
constexpr const char *otherAddress = "192.168.1.31";

DocumentedDevice documented(const std::string &name, const std::string &byMac, const std::string &seenAs = {})
{
    return {name, "", std::nullopt, byMac, seenAs};
}

const auto tv = service("tv", "_airplay._tcp", "tv.local", {address});

} // namespace

class DeviceRecognitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentNamesTheDeviceOfItsMacWhicheverCameFirst_data()
    {
        QTest::addColumn<bool>("documentFirst");
        QTest::newRow("document first") << true;
        QTest::newRow("device first") << false;
    }
    void aDocumentNamesTheDeviceOfItsMacWhicheverCameFirst()
    {
        QFETCH(bool, documentFirst);
        Fixture home;
        if (documentFirst)
            home.table.give("tv", documented("Telly", mac));
        home.table.seen(neighbour(address, mac));
        home.table.seen(tv);
        if (!documentFirst)
            home.table.give("tv", documented("Telly", mac));
        home.table.seen(service("tv (2)", "_raop._tcp", "tv.local", {address}));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        const auto device = home.table.find("tv");
        QCOMPARE(device->name, std::string("Telly"));
        QCOMPARE(device->services.size(), std::size_t(2));
        QCOMPARE(device->state, DeviceState::online);
        QVERIFY(!device->is_new);
    }

    void aDocumentNamesTheDeviceOfItsHostName()
    {
        Fixture home;
        home.table.seen(tv);
        home.table.give("tv", documented("Telly", "", "tv.local"));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        QCOMPARE(home.table.find("tv")->services.size(), std::size_t(1));
    }

    void aDeviceNamedBeforeItsMacIsLearnedLeavesNoGhost()
    {
        Fixture home;
        home.table.seen(tv);
        home.table.seen(service("tv (2)", "_raop._tcp", "tv.local", {address}));
        const std::string id = home.only("tv").id;
        home.table.give(id, documented("Telly", "", home.table.seenAs(id)));
        home.table.seen(neighbour(address, mac));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        QCOMPARE(home.only("Telly").id, id);
        QCOMPARE(home.only("Telly").mac, std::string(mac));
        QCOMPARE(home.only("Telly").services.size(), std::size_t(2));
        // From now on another MAC under that host name is another device.
        home.table.seen(neighbour(otherAddress, otherMac));
        home.table.seen(service("tv (3)", "_ssh._tcp", "tv.local", {otherAddress}));
        QCOMPARE(home.only("Telly").services.size(), std::size_t(2));
        QCOMPARE(home.table.all().size(), std::size_t(3));
    }

    void aMacThatWasLearnedIsRecognisedAfterARestart()
    {
        Fixture home;
        home.table.give("tv", documented("Telly", "", "tv.local"));
        auto before = *home.table.find("tv");
        before.mac = mac;
        before.last_seen = home.clock.now();
        home.table.remember(before, "tv.local", true);
        home.table.give("tv", documented("Telly", "", "tv.local"));
        home.table.seen(neighbour(address, mac));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        QCOMPARE(home.only("Telly").state, DeviceState::online);
    }

    void withoutItsDocumentADeviceIsWhatItWasBefore()
    {
        Fixture home;
        home.table.seen(neighbour(address, mac));
        home.table.seen(tv);
        home.table.give("tv", documented("Telly", mac));
        home.table.give("tv", std::nullopt);
        QVERIFY(!home.table.find("tv"));
        QCOMPARE(home.table.find(deviceId("house", mac))->services.size(), std::size_t(1));
        home.table.give("never-seen", documented("Lamp", otherMac));
        home.table.give("never-seen", std::nullopt);
        QCOMPARE(home.table.all().size(), std::size_t(2));
    }

    void aReplacedDeviceThatComesBackIsAnother()
    {
        Fixture home;
        const std::string id = deviceId("house", mac);
        home.table.seen(neighbour(address, mac));
        home.table.give(id, documented("Phone", mac));
        home.table.seen(neighbour(otherAddress, otherMac));
        home.table.give(id, documented("Phone", otherMac));
        QCOMPARE(home.table.all().size(), std::size_t(3));
        QCOMPARE(home.table.find(id)->mac, std::string(otherMac));
        QCOMPARE(home.table.find(id)->addresses, std::vector<std::string>{otherAddress});
        home.table.seen(neighbour("192.168.1.99", mac));
        QCOMPARE(home.table.all().size(), std::size_t(3));
        home.table.give(id, documented("Phone", mac));
        QCOMPARE(home.table.all().size(), std::size_t(3));
        QCOMPARE(home.table.find(id)->mac, std::string(mac));
        QVERIFY(home.table.find(deviceId("house", otherMac)));
    }

    void aServiceWithTheAddressesOfTwoDevicesIsNeithers_data()
    {
        QTest::addColumn<bool>("ownFirst");
        QTest::newRow("its own first") << true;
        QTest::newRow("the other's first") << false;
    }
    void aServiceWithTheAddressesOfTwoDevicesIsNeithers()
    {
        QFETCH(bool, ownFirst);
        Fixture home;
        home.table.seen(neighbour(address, mac));
        home.table.seen(neighbour(otherAddress, otherMac));
        home.table.seen(tv);
        const auto claimed = ownFirst ? std::vector<std::string>{otherAddress, address}
                                      : std::vector<std::string>{address, otherAddress};
        home.table.seen(service("evil", "_smb._tcp", "tv.local", claimed));
        QCOMPARE(home.table.find(deviceId("house", mac))->services.size(), std::size_t(1));
        QVERIFY(home.table.find(deviceId("house", otherMac))->services.empty());
        QCOMPARE(home.table.all().size(), std::size_t(4));
        for (const auto &device : home.table.all())
            QCOMPARE(std::ranges::contains(device.addresses, std::string(address)), device.mac == mac);
    }

    void aDeviceWithoutAMacIsNewOnlyAfterAMoment()
    {
        Fixture home;
        home.table.seen(tv);
        QVERIFY(!home.only("tv").is_new);
        const auto next = home.table.passTime();
        QCOMPARE(*next, home.clock.now() + DeviceTable::grace);
        static_cast<void>(home.table.takeChanges());
        home.clock.advance(DeviceTable::grace);
        QVERIFY(!home.table.passTime());
        QVERIFY(home.table.takeChanges().changed.contains(home.only("tv").id));
        QVERIFY(home.only("tv").is_new);
    }

    void whoWasAnnouncedByNameIsNotAnnouncedAgainByMac()
    {
        Fixture home;
        home.table.seen(tv);
        home.clock.advance(DeviceTable::grace);
        static_cast<void>(home.table.passTime());
        QVERIFY(home.table.announce(home.only("tv").id));
        QVERIFY(!home.table.announce(home.only("tv").id));
        home.table.seen(neighbour(address, mac));
        QVERIFY(home.only("tv").is_new);
        QVERIFY(!home.table.announce(home.only("tv").id));
    }

    void whoWasAnsweredForByNameIsAnsweredForByMac()
    {
        Fixture home;
        home.table.seen(tv);
        home.table.answer(home.only("tv").id);
        home.table.seen(neighbour(address, mac));
        QVERIFY(!home.only("tv").is_new);
    }

    void aDeviceKnownByNameStaysWhileItIsAway()
    {
        Fixture home;
        home.table.seen(tv);
        home.clock.advance(DeviceTable::grace);
        static_cast<void>(home.table.passTime());
        QVERIFY(home.table.announce(home.only("tv").id));
        home.table.gone(tv.instance);
        static_cast<void>(home.table.passTime());
        QCOMPARE(home.only("tv").state, DeviceState::away);
        home.table.seen(tv);
        QVERIFY(!home.table.announce(home.only("tv").id));
        // When it comes back with a MAC that is known by then, it is still the same.
        home.table.gone(tv.instance);
        home.table.seen(neighbour(address, mac));
        home.table.seen(tv);
        QCOMPARE(home.table.all().size(), std::size_t(2));
        QVERIFY(!home.table.announce(home.only("tv").id));
    }

    void aHostThatTakesAnotherNameLeavesNoGhost()
    {
        Fixture home;
        home.table.seen(tv);
        home.table.answer(home.only("tv").id);
        home.table.seen(service("tv", "_airplay._tcp", "tv-2.local", {address}));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        home.clock.advance(DeviceTable::grace);
        static_cast<void>(home.table.passTime());
        QVERIFY(!home.only("tv").is_new);
    }

    void aDeviceKnownByNameIsTheSameAfterARestart()
    {
        Fixture home;
        home.table.seen(tv);
        const auto before = home.only("tv");
        Fixture again;
        again.table.remember(before, "tv.local", false);
        again.table.seen(tv);
        QCOMPARE(again.table.all().size(), std::size_t(2));
        QVERIFY(!again.table.announce(before.id));
    }
};

QTEST_GUILESS_MAIN(DeviceRecognitionTest)
#include "device_recognition_test.moc"
