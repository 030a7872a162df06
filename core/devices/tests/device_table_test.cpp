// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using namespace freehold::devices::testing;
using contract::DeviceKind;
using contract::DeviceState;
using namespace std::chrono_literals;

class DeviceTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneMacIsOneRowHoweverManyNamesAddressesAndServicesShowIt()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(neighbour("fd00::20", "9c:6b:00:2f:41:d8"));
        home.table.seen(service("nas", "_smb._tcp", "nas.local", {"192.168.1.20"}));
        home.table.seen(service("nas (2)", "_ssh._tcp", "nas-2.local", {"fd00::20"}));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        const auto nas = home.table.find(deviceId("house", "9c:6b:00:2f:41:d8"));
        QVERIFY(nas);
        QCOMPARE(nas->services.size(), std::size_t(2));
        QCOMPARE(nas->addresses.size(), std::size_t(2));
        QCOMPARE(nas->recognised_by, contract::RecognisedBy::mac);
    }

    void aMemberIsTheDeviceFromWhoseAddressItHasShownItsKey()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(service("nas", "_smb._tcp", "nas.local", {"192.168.1.20"}));
        home.table.give("nas-id", DocumentedDevice{"nas", {}, {}, {}, {}});
        home.table.setMembers({{"nas-id", {true, {"192.168.1.20"}}}});
        QCOMPARE(home.table.all().size(), std::size_t(2));
        const auto nas = home.table.find("nas-id");
        QVERIFY(nas && nas->member);
        QCOMPARE(nas->recognised_by, contract::RecognisedBy::member);
        QCOMPARE(nas->mac, "9c:6b:00:2f:41:d8");
        QCOMPARE(nas->services.size(), std::size_t(1));
        QVERIFY(!nas->is_new);
        QCOMPARE(nas->network, contract::Network::same);
        // Its network card tells more of it later, while no channel is open.
        home.table.setMembers({{"nas-id", {}}});
        home.table.seen(neighbour("fd00::20", "9c:6b:00:2f:41:d8"));
        QCOMPARE(home.table.all().size(), std::size_t(2));
        // Removed, it is a device like any other.
        home.table.give("nas-id", std::nullopt);
        home.table.setMembers({});
        QVERIFY(!home.table.find("nas-id"));
        QVERIFY(!home.table.find(deviceId("house", "9c:6b:00:2f:41:d8"))->member);
    }

    void aMemberIsOnlineWhileItCanBeReached()
    {
        Fixture home;
        home.table.setMembers({{"nas-id", {true, {"203.0.113.5"}}}});
        QCOMPARE(home.table.find("nas-id")->state, DeviceState::online);
        QCOMPARE(home.table.find("nas-id")->addresses, std::vector<std::string>{"203.0.113.5"});
        QCOMPARE(home.table.find("nas-id")->network, contract::Network::other);
        home.table.setMembers({{"nas-id", {}}});
        QCOMPARE(home.table.find("nas-id")->state, DeviceState::away);
        QCOMPARE(home.table.find("nas-id")->network, std::nullopt);
        QVERIFY(home.table.takeChanges().changed.contains("nas-id"));
    }

    void whatAMemberSaysOfAnotherDevicesAddressSwallowsNothing()
    {
        Fixture home;
        home.table.give("tv-id", DocumentedDevice{"TV", {}, {}, "9c:6b:00:00:00:30", {}});
        home.table.seen(neighbour("192.168.1.30", "9c:6b:00:00:00:30"));
        home.table.setMembers({{"nas-id", {true, {"192.168.1.30"}}}});
        QCOMPARE(home.table.find("tv-id")->name, "TV");
        QVERIFY(!home.table.find("tv-id")->member);
    }

    void aHostNameAloneNeverJoinsRowsWhoseMacsDiffer()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(neighbour("192.168.1.21", "9c:6b:00:2f:41:d9"));
        home.table.seen(service("one", "_ssh._tcp", "printer.local", {"192.168.1.20"}));
        home.table.seen(service("two", "_ssh._tcp", "printer.local", {"192.168.1.21"}));
        QCOMPARE(home.table.all().size(), std::size_t(3));
    }

    void aRowKnownByNameBecomesTheMacsRowWhenTheMacIsLearned()
    {
        Fixture home;
        home.table.seen(service("tv", "_airplay._tcp", "tv.local", {"192.168.1.30"}));
        QCOMPARE(home.only("tv").recognised_by, contract::RecognisedBy::name);
        const std::string byName = home.only("tv").id;
        static_cast<void>(home.table.takeChanges());
        home.table.seen(neighbour("192.168.1.30", "9c:6b:00:00:00:30"));
        QCOMPARE(home.only("tv").recognised_by, contract::RecognisedBy::mac);
        const auto changes = home.table.takeChanges();
        QVERIFY(changes.removed.contains(byName));
        QVERIFY(changes.changed.contains(home.only("tv").id));
    }

    void anotherHostsAddressInAnAnswerSwallowsNothing()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(neighbour("192.168.1.66", "66:66:66:66:66:66"));
        home.table.seen(service("nas", "_smb._tcp", "nas.local", {"192.168.1.20"}));
        // The neighbour claims the nas's name, and its address beside its own.
        home.table.seen(service("evil", "_smb._tcp", "nas.local", {"192.168.1.66", "192.168.1.20"}));
        const auto nas = home.table.find(deviceId("house", "9c:6b:00:2f:41:d8"));
        const auto evil = home.table.find(deviceId("house", "66:66:66:66:66:66"));
        QVERIFY(nas && evil);
        QCOMPARE(nas->services.size(), std::size_t(1));
        QVERIFY(!std::ranges::contains(evil->addresses, std::string("192.168.1.20")));
    }

    void anAddressThatMovesToAnotherMacTakesItsServicesAlong()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(service("nas", "_smb._tcp", "nas.local", {"192.168.1.20"}));
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d9"));
        QCOMPARE(home.table.find(deviceId("house", "9c:6b:00:2f:41:d9"))->services.size(), std::size_t(1));
        QVERIFY(home.table.find(deviceId("house", "9c:6b:00:2f:41:d8"))->services.empty());
    }

    void theOwnMachineIsOneRowAndNeverNew()
    {
        Fixture home;
        home.table.seen(service("this", "_ssh._tcp", "this.local", {"192.168.1.2"}));
        const auto self = home.table.find("self");
        QVERIFY(self && self->is_this && !self->is_new);
        QCOMPARE(self->services.size(), std::size_t(1));
        QCOMPARE(self->state, DeviceState::online);
    }

    void theOwnMachinesDocumentMakesNoSecondRow()
    {
        ManualClock clock;
        DeviceTable table(clock, "self");
        // As at a start: documents first, then the house's id, then the network.
        table.give("self", DocumentedDevice{"study", "", std::nullopt, "", ""});
        table.setHouse("house", true);
        table.setInterfaces({{lan, "eth0", ownMac, {"192.168.1.2"}, {}}});
        QCOMPARE(table.all().size(), std::size_t(1));
        QCOMPARE(table.find("self")->mac, std::string(ownMac));
        QCOMPARE(table.find("self")->state, DeviceState::online);
    }

    void theGatewayIsKnownByItsRoute()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.1", "9c:6b:00:00:00:99"));
        const auto gateway = home.table.find(deviceId("house", "9c:6b:00:00:00:99"));
        QVERIFY(gateway->gateway && !gateway->is_new);
        QCOMPARE(gateway->kind, DeviceKind::gateway);
    }

    void aDeviceIsNewUntilSomebodyAnswers()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        const auto id = deviceId("house", "9c:6b:00:00:00:40");
        QVERIFY(home.table.find(id)->is_new);
        home.table.answer(id);
        QVERIFY(!home.table.find(id)->is_new);
    }

    void whatIsHereWhenAHouseBeginsIsNobodysNews()
    {
        ManualClock clock;
        DeviceTable table(clock, "self");
        table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        table.setHouse("house", true);
        QVERIFY(!table.find(deviceId("house", "9c:6b:00:00:00:40"))->is_new);
    }

    void randomisedMacsAreSaidToBeSo()
    {
        QVERIFY(isRandomised("da:a1:19:00:00:01"));
        QVERIFY(!isRandomised("9c:6b:00:2f:41:d8"));
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "da:a1:19:00:00:01"));
        QVERIFY(home.table.find(deviceId("house", "da:a1:19:00:00:01"))->mac_randomised);
    }

    void whoGivesNoSignForLongIsAway()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40", false));
        const auto id = deviceId("house", "9c:6b:00:00:00:40");
        QCOMPARE(home.table.find(id)->state, DeviceState::online);
        static_cast<void>(home.table.takeChanges());
        QVERIFY(home.table.passTime());
        home.clock.advance(DeviceTable::patience);
        QVERIFY(!home.table.passTime());
        QVERIFY(home.table.takeChanges().changed.contains(id));
        QCOMPARE(home.table.find(id)->state, DeviceState::away);
    }

    void lastSeenIsWhenItWasThereLast()
    {
        Fixture home;
        const auto id = deviceId("house", "9c:6b:00:00:00:40");
        const auto lastSeen = [&] { return *home.table.find(id)->last_seen; };
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.table.seen(service("tv", "_airplay._tcp", "tv.local", {"192.168.1.40"}));
        home.clock.advance(1h);
        QCOMPARE(lastSeen(), home.clock.now());
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40", false));
        home.table.gone(service("tv", "_airplay._tcp", "tv.local", {}).instance);
        const Time left = home.clock.now();
        home.clock.advance(1min);
        QCOMPARE(lastSeen(), left);
        home.table.gone(neighbour("192.168.1.40", "9c:6b:00:00:00:40", false));
        QCOMPARE(lastSeen(), left);
        QCOMPARE(home.table.find(id)->state, DeviceState::away);
    }

    void whatADeviceShowedOfItselfStaysWhileItIsAway()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.table.seen(service("Office printer", "_ipp._tcp", "brn30.local", {"192.168.1.40"}));
        home.table.gone(service("Office printer", "_ipp._tcp", "", {}).instance);
        QCOMPARE(home.only("Office printer").kind, DeviceKind::printer);
    }

    void whoIsConfirmedToTheEndWasSeenThen()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.clock.advance(1h);
        home.table.gone(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        QCOMPARE(*home.table.find(deviceId("house", "9c:6b:00:00:00:40"))->last_seen, home.clock.now());
    }

    void thatOneIsAwayIsToldHoweverLateItIsLookedAt()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40", false));
        static_cast<void>(home.table.takeChanges());
        home.clock.advance(72h); // as through a suspend
        static_cast<void>(home.table.passTime());
        QVERIFY(home.table.takeChanges().changed.contains(deviceId("house", "9c:6b:00:00:00:40")));
        static_cast<void>(home.table.passTime());
        QVERIFY(home.table.takeChanges().changed.empty());
    }

    void anAddressOnTwoInterfacesEndsOnEachByItself()
    {
        Fixture home;
        constexpr int wireless = 3;
        home.table.seen({lan, "192.168.1.40", "9c:6b:00:00:00:40", true});
        home.table.seen({wireless, "192.168.1.40", "9c:6b:00:00:00:40", true});
        home.table.gone({wireless, "192.168.1.40", "9c:6b:00:00:00:40", true});
        const auto device = home.table.find(deviceId("house", "9c:6b:00:00:00:40"));
        QCOMPARE(device->addresses, std::vector<std::string>{"192.168.1.40"});
        QCOMPARE(device->state, DeviceState::online);
    }

    void anInterfaceThatGoesTakesItsNeighboursAlong()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.40", "9c:6b:00:00:00:40"));
        home.table.setInterfaces({});
        QCOMPARE(home.table.find(deviceId("house", "9c:6b:00:00:00:40"))->state, DeviceState::away);
    }

    void theOwnMachineIsHereWithoutAnyNetwork()
    {
        ManualClock clock;
        DeviceTable table(clock, "self");
        QCOMPARE(table.find("self")->state, DeviceState::online);
        table.setHouse("house", true);
        QVERIFY(table.find("self")->member);
        QCOMPARE(table.find("self")->state, DeviceState::online);
    }

    void aServiceIsTheOwnMachinesAsSoonAsItsAddressIs()
    {
        Fixture home;
        home.table.seen(service("this", "_ssh._tcp", "this.local", {"192.168.1.77"}));
        QVERIFY(home.table.find("self")->services.empty());
        home.table.setInterfaces({{lan, "eth0", ownMac, {"192.168.1.77"}, {}}});
        QCOMPARE(home.table.find("self")->services.size(), std::size_t(1));
        QCOMPARE(home.table.all().size(), std::size_t(1));
    }

    void aFloodDrivesOutWhatItInventedAndNobodyElse()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        home.table.seen(service("old", "_ssh._tcp", "old.local", {}));
        home.clock.advance(1s);
        for (std::size_t number = 0; number < DeviceTable::maximumRows + 500; ++number) {
            home.clock.advance(1ms);
            const std::string name = "x" + std::to_string(number);
            home.table.seen(service(name, "_ssh._tcp", name + ".local", {}));
        }
        QCOMPARE(home.table.all().size(), DeviceTable::maximumRows);
        QVERIFY(home.table.find(deviceId("house", "9c:6b:00:2f:41:d8")));
        QCOMPARE(home.only("old").state, DeviceState::online);

        for (std::size_t number = 0; number < DeviceTable::maximumRows + 500; ++number)
            home.table.gone(service("x" + std::to_string(number), "_ssh._tcp", "", {}).instance);
        static_cast<void>(home.table.passTime());
        QVERIFY(!home.table.isFull());
        QVERIFY(home.table.all().size() <= DeviceTable::maximumAwayByName + 3);
        QCOMPARE(home.only("old").state, DeviceState::online);
    }

    void whatServicesSayOfThemselvesIsBoundedInTheListAndTheKnownComeFirst()
    {
        Fixture home;
        const std::map<std::string, std::string> text{{"ty", std::string(2'000, 'x')}};
        for (int number = 0; number < 300; ++number) {
            const std::string name = "x" + std::to_string(number);
            auto invented = service(name, "_ssh._tcp", name + ".local", {});
            invented.txt = text;
            home.table.seen(invented);
        }
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        auto printer = service("printer", "_ipp._tcp", "printer.local", {"192.168.1.20"});
        printer.txt = text;
        home.table.seen(printer);
        std::size_t bytes = 0;
        for (const auto &device : home.table.all()) {
            for (const auto &[key, value] : device.services.empty() ? Arguments() : device.services[0].txt)
                bytes += key.size() + value.size();
        }
        QVERIFY(bytes <= DeviceTable::maximumText && bytes > DeviceTable::maximumText / 2);
        QCOMPARE(home.only("printer").services[0].txt, text);
    }

    void aNeighbourWhoInventsDevicesFillsNoMemoryAndDrivesOutNoNamedOne()
    {
        Fixture home;
        home.table.seen(neighbour("192.168.1.20", "9c:6b:00:2f:41:d8"));
        const auto id = deviceId("house", "9c:6b:00:2f:41:d8");
        home.table.give(id, DocumentedDevice{"nas", "", std::nullopt, "9c:6b:00:2f:41:d8", ""});
        for (int number = 0; number < 10'000; ++number) {
            home.clock.advance(std::chrono::milliseconds(1));
            home.table.seen(service(
                "x" + std::to_string(number), "_ssh._tcp", "h" + std::to_string(number) + ".local", {}));
            home.table.seen(service("s" + std::to_string(number), "_ssh._tcp", "one.local", {}));
        }
        QVERIFY(home.table.all().size() <= DeviceTable::maximumRows);
        QVERIFY(home.table.isFull());
        QCOMPARE(home.table.find(id)->name, std::string("nas"));
    }

    void idsAreAnothersInAnotherHouse()
    {
        QVERIFY(deviceId("one", "9c:6b:00:2f:41:d8") != deviceId("other", "9c:6b:00:2f:41:d8"));
        QCOMPARE(deviceId("one", "9c:6b:00:2f:41:d8"), deviceId("one", "9c:6b:00:2f:41:d8"));
    }
};

QTEST_GUILESS_MAIN(DeviceTableTest)
#include "device_table_test.moc"
