// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/device_id.h"
#include "devices/device_table.h"
#include "devices/kind_guess.h"

#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using contract::DeviceKind;
using contract::DeviceState;
using platform::Interface;
using platform::Neighbour;
using platform::ResolvedService;

namespace {

class ManualClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return now_; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Time now_ = *fromRfc3339("2026-11-23T16:40:00Z");
};

constexpr int lan = 2;
constexpr const char *ownMac = "9c:6b:00:00:00:01";

ResolvedService service(const std::string &name, const std::string &type, const std::string &host,
    std::vector<std::string> addresses)
{
    return {{lan, name, type, "local"}, host, 80, std::move(addresses), {}};
}

Neighbour neighbour(const std::string &address, const std::string &mac, bool reachable = true)
{
    return {lan, address, mac, reachable};
}

struct Fixture {
    Fixture()
    {
        table.setHouse("house", false);
        table.setInterfaces({{lan, "eth0", ownMac, {"192.168.1.2"}, {"192.168.1.1"}}});
        table.setHouse("house", true);
    }
    [[nodiscard]] contract::Device only(const std::string &name) const
    {
        std::vector<contract::Device> found;
        for (const auto &device : table.all()) {
            if (device.name == name)
                found.push_back(device);
        }
        if (found.size() != 1)
            qFatal("%zu devices are called %s", found.size(), name.c_str());
        return found.front();
    }
    ManualClock clock;
    DeviceTable table{clock, "self"};
};

} // namespace

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

    void kindsAreGuessedFromServices_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *type, const char *host, DeviceKind kind) {
            QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(host)
                                << static_cast<int>(kind);
        };
        row("printer", "_ipp._tcp", "brother.local", DeviceKind::printer);
        row("television", "_androidtvremote2._tcp", "tv.local", DeviceKind::television);
        row("phone by its name", "_x._tcp", "Pixel-9.local", DeviceKind::phone);
        row("storage", "_smb._tcp", "nas.local", DeviceKind::storage);
        row("speaker", "_raop._tcp", "kitchen.local", DeviceKind::speaker);
        row("camera", "_rtsp._tcp", "door.local", DeviceKind::camera);
        row("computer", "_ssh._tcp", "box.local", DeviceKind::computer);
        row("unknown", "_x._tcp", "thing.local", DeviceKind::unknown);
    }
    void kindsAreGuessedFromServices()
    {
        QFETCH(QString, type);
        QFETCH(QString, host);
        QFETCH(int, kind);
        const std::vector<contract::Service> services{{type.toStdString(), "name", 1, {}}};
        QCOMPARE(static_cast<int>(guessKind(services, host.toStdString())), kind);
    }
};

QTEST_GUILESS_MAIN(DeviceTableTest)
#include "device_table_test.moc"
