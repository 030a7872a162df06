// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devices_domain.h"
#include "store/schema.h"
#include "table_fixture.h"

#include "contract/device_calls.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::devices;
using namespace freehold::devices::testing;
using contract::DeviceState;
using namespace std::chrono_literals;

namespace {

constexpr const char *mac = "9c:6b:00:00:00:30";
constexpr const char *randomisedMac = "da:a1:19:5e:70:44";
constexpr const char *address = "192.168.1.30";
constexpr const char *houseText
    = "format = 1\nid = \"house\"\n"
      "root = \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPGgO4HmDe5PRWLy85hxJ869rQP4mdLpx+aFg9h/H5+B\"\n"
      "name = \"Smith\"\ntimezone = \"Europe/Berlin\"\n";

const auto tv = service("tv", "_airplay._tcp", "tv.local", {address});

template <class Value>
Value expect(Result<Value> result)
{
    if (!result)
        qFatal("the fixture failed: %s", std::string(name(result.error().code)).c_str());
    return std::move(*result);
}

/// The domain with a real house and a real store under it.
class House {
public:
    House()
        : database_(expect(store::Database::open(root() / "store.sqlite", store::migrations)))
        , convergence_(database_, clock)
    {
        start();
    }

    /// The engine ends without a word, and starts again.
    void crash()
    {
        const bool hadHouse = slot_.pipeline != nullptr;
        slot_.pipeline.reset();
        domain.reset();
        start();
        if (hadHouse)
            enter();
    }
    void found()
    {
        change::Pipeline founding(expect(change::Repository::create(root() / "config")), context());
        expect(founding.found({{"house.toml", houseText}}, owner_));
        enter();
    }
    Result<QJsonValue> call(const auto &call)
    {
        Result<QJsonValue> answer = failure(ErrorCode::internal);
        calls_.find(call.info.method)
            ->handle(owner_, json::write(call).toObject(),
                [&](Result<QJsonValue> given) { answer = std::move(given); });
        return answer;
    }
    [[nodiscard]] std::vector<contract::Device> list()
    {
        const QJsonValue listed = expect(call(contract::DeviceList()));
        return expect(json::read<std::vector<contract::Device>>(listed, ""));
    }
    [[nodiscard]] contract::Device only(const std::string &name)
    {
        const auto shown = expect(call(contract::DeviceShow{name}));
        return expect(json::read<std::vector<contract::Device>>(shown, "")).front();
    }
    /// Until the domain has told all that it was told.
    void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    /// Time passes, and something makes the domain look.
    void wait(std::chrono::milliseconds by)
    {
        clock.advance(by);
        domain->interfacesChanged({{lan, "eth0", ownMac, {"192.168.1.2"}, {}}});
        settle();
    }
    [[nodiscard]] std::size_t announced() const { return announced_.size(); }
    [[nodiscard]] change::Pipeline &pipeline() { return *slot_.pipeline; }
    [[nodiscard]] Sightings sightings() { return Sightings(database_); }

    ManualClock clock;
    std::unique_ptr<DevicesDomain> domain;

private:
    [[nodiscard]] std::filesystem::path root() const { return folder_.path().toStdString(); }
    [[nodiscard]] change::Pipeline::Context context()
    {
        return {"self", [] { return std::string("study"); }, {domain.get()}, clock, convergence_, &key_};
    }
    void start()
    {
        domain = std::make_unique<DevicesDomain>(
            DevicesDomain::Context{slot_, database_, clock, "self", "study"});
        QObject::connect(domain.get(), &DevicesDomain::newDeviceSeen, domain.get(),
            [this](const contract::Device &device) { announced_.push_back(device.id); });
        calls_ = change::CallTable();
        domain->addCalls(calls_);
    }
    void enter()
    {
        slot_.pipeline = std::make_unique<change::Pipeline>(
            expect(change::Repository::open(root() / "config")), context());
        if (!slot_.pipeline->start())
            qFatal("the house did not start");
        domain->enterHouse("house");
        settle();
    }

    QTemporaryDir folder_;
    store::Database database_;
    change::Convergence convergence_;
    crypto::SigningKey key_ = crypto::SigningKey::generate();
    change::Caller owner_{"ana", contract::Role::owner};
    change::HouseSlot slot_;
    change::CallTable calls_;
    std::vector<std::string> announced_;
};

} // namespace

class DevicesDomainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeviceThatNobodySawIsCalledByItsIdUntilItHasAName()
    {
        House house;
        house.found();
        change::Draft draft;
        draft.edits = {{"devices/attic.toml", "name = \"Lamp\"\n"}};
        draft.caller = {"ana", contract::Role::owner};
        const auto explained = house.pipeline().explain(draft);
        QVERIFY(explained);
        QCOMPARE(explained->effects.front().args.at("device"), std::string("attic"));
    }

    void aDeviceWhoseMacComesLaterIsAnnouncedOnce()
    {
        House house;
        house.found();
        house.domain->serviceSeen(tv);
        house.settle();
        QCOMPARE(house.announced(), std::size_t(0));
        house.domain->neighbourSeen(neighbour(address, mac));
        house.settle();
        QCOMPARE(house.announced(), std::size_t(1));
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(1));
    }

    void aDeviceThatShowsNoMacIsAnnouncedAMomentLater()
    {
        House house;
        house.found();
        house.domain->serviceSeen(tv);
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(1));
        house.domain->neighbourSeen(neighbour(address, mac));
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(1));
    }

    void neitherACrashNorALostNetworkAnnouncesAgain()
    {
        House house;
        house.found();
        house.domain->serviceSeen(tv);
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(1));
        // Soon, and by itself.
        QTRY_COMPARE_WITH_TIMEOUT(expect(house.sightings().all()).size(), std::size_t(1), 30s);
        house.domain->serviceGone(tv.instance);
        house.settle();
        house.domain->serviceSeen(tv);
        house.wait(DeviceTable::grace);
        house.crash();
        house.domain->serviceSeen(tv);
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(1));
    }

    void whatWasThereWhenTheHouseBeganIsNoNewsAfterACrashEither()
    {
        House house;
        house.domain->neighbourSeen(neighbour(address, mac));
        house.settle();
        house.found();
        QTRY_COMPARE_WITH_TIMEOUT(expect(house.sightings().all()).size(), std::size_t(1), 30s);
        house.crash();
        house.domain->neighbourSeen(neighbour(address, mac));
        house.wait(DeviceTable::grace);
        QCOMPARE(house.announced(), std::size_t(0));
    }

    void aFloodIsNotAnnouncedDeviceByDevice()
    {
        House house;
        house.found();
        for (int number = 0; number < 200; ++number) {
            const std::string name = "x" + std::to_string(number);
            house.domain->serviceSeen(service(name, "_ssh._tcp", name + ".local", {}));
        }
        house.wait(DeviceTable::grace);
        QVERIFY(house.announced() > 0 && house.announced() <= 12);
        QVERIFY(house.domain->check().size() <= 20);
    }

    void anAnswerEndsTheFinding()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, mac));
        house.settle();
        QCOMPARE(house.domain->check().size(), std::size_t(1));
        QSignalSpy findings(house.domain.get(), &DevicesDomain::findingsChanged);
        QVERIFY(house.call(contract::DeviceAssign{mac, "house"}));
        house.settle();
        QCOMPARE(findings.size(), 1);
        QVERIFY(house.domain->check().empty());
    }

    void aDeviceIsNamedByWhatRecognisesItAgain()
    {
        House house;
        house.found();
        auto printer = service("Office printer", "_ipp._tcp", "brother.local", {});
        house.domain->serviceSeen(printer);
        QVERIFY(house.call(contract::DeviceRename{"Office printer", "Brother"}));
        const auto named = house.pipeline().configuration().find("device", house.only("Brother").id);
        QCOMPARE(named->textAt("seen_as"), std::string("brother.local"));
        printer.instance.name = "Another name";
        house.domain->serviceSeen(printer);
        QCOMPARE(house.only("Brother").services.size(), std::size_t(2));
    }

    void aHostNameThatNoDocumentMayHoldHindersNoName()
    {
        House house;
        house.found();
        const auto strange
            = service("strange", "_ipp._tcp", "a\xe2\x80\xae" + std::string(150, 'x') + ".local", {});
        house.domain->serviceSeen(strange);
        QVERIFY(house.call(contract::DeviceRename{
            house.list().front().is_this ? house.list().back().id : house.list().front().id, "Printer"}));
        house.crash();
        house.domain->serviceSeen(strange);
        QCOMPARE(house.only("Printer").state, DeviceState::online);
        QCOMPARE(house.list().size(), std::size_t(2));
    }

    void aRandomisedMacMakesNoLastingId()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, randomisedMac));
        QVERIFY(house.call(contract::DeviceRename{randomisedMac, "Pixel"}));
        QVERIFY(house.only("Pixel").id != deviceId("house", randomisedMac));
        QCOMPARE(house.list().size(), std::size_t(2));
        QCOMPARE(house.only("Pixel").state, DeviceState::online);
    }

    void aReplacedDevicesNameGoesToTheOneInItsPlace()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, mac));
        QVERIFY(house.call(contract::DeviceRename{mac, "Phone"}));
        const std::string id = house.only("Phone").id;
        house.domain->neighbourSeen(neighbour("192.168.1.31", randomisedMac));
        QVERIFY(house.call(contract::DeviceReplace{"Phone", randomisedMac}));
        QCOMPARE(house.only("Phone").id, id);
        QCOMPARE(house.only("Phone").mac, std::string(randomisedMac));
        QCOMPARE(house.list().size(), std::size_t(3));
        QCOMPARE(
            house.call(contract::DeviceReplace{mac, "Phone"}).error().code, ErrorCode::device_undocumented);
        QCOMPARE(
            house.call(contract::DeviceReplace{"Phone", "study"}).error().code, ErrorCode::device_is_member);
    }

    void oneNamedDeviceCanTakeTheNameOfAnother()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, mac));
        house.domain->neighbourSeen(neighbour("192.168.1.31", randomisedMac));
        QVERIFY(house.call(contract::DeviceRename{mac, "Old"}));
        QVERIFY(house.call(contract::DeviceRename{randomisedMac, "New"}));
        QVERIFY(house.call(contract::DeviceReplace{"Old", "New"}));
        QCOMPARE(house.only("Old").mac, std::string(randomisedMac));
        QCOMPARE(house.call(contract::DeviceShow{"New"}).error().code, ErrorCode::device_missing);
        QCOMPARE(house.list().size(), std::size_t(3));
    }

    void aForgottenDeviceIsNewAgain()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, mac));
        QCOMPARE(house.call(contract::DeviceForget{mac}).error().code, ErrorCode::device_undocumented);
        QVERIFY(house.call(contract::DeviceRename{mac, "Telly"}));
        house.settle();
        const auto before = house.announced();
        QVERIFY(house.call(contract::DeviceForget{"Telly"}));
        house.settle();
        QCOMPARE(house.announced(), before + 1);
        QVERIFY(house.only(mac).is_new);
    }

    void aForgottenDeviceThatIsAwayIsGone()
    {
        House house;
        house.found();
        house.domain->neighbourSeen(neighbour(address, mac));
        QVERIFY(house.call(contract::DeviceRename{mac, "Telly"}));
        house.domain->neighbourGone(neighbour(address, mac));
        QVERIFY(house.call(contract::DeviceForget{"Telly"}));
        house.settle();
        QCOMPARE(house.list().size(), std::size_t(1));
        QVERIFY(expect(house.sightings().all()).empty());
    }
};

QTEST_GUILESS_MAIN(DevicesDomainTest)
#include "devices_domain_test.moc"
