// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/moments.h"
#include "desktop_fixture.h"
#include "words/words.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace freehold;
using desktop::Desktop;
using desktop::DevicesModel;
using desktop::HistoryModel;
using desktop::PeopleModel;
using Fixture = desktop::DesktopFixture;

namespace {

QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values.append(model.index(row, 0).data(role).toString());
    return values;
}

} // namespace

class ViewModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void devicesStandInTheirRooms();
    void aNewDeviceStandsAlone();
    void aDeviceWithoutANameIsCalledByItsKind();
    void searchFindsByNameKindAndAddress();
    void aRenamedDeviceKeepsItsRow();
    void everythingEmptiesWhenTheEngineStopsAndRefills();
    void anotherMachineIsShownAndThisOneAgain();
    void anotherMachineThatIsAwayIsNamedAndLeft();
    void tenThousandChangesOpenAtOnce();
    void scrollingFetchesOnePageMore();
    void anUndoShowsOnWhatItTookBack();
    void daysOfHistoryAreCalledAsPeopleCallThem();
    void nobodySaysSeconds_data();
    void nobodySaysSeconds();
    void aNewChangeComesFirst();
    void theFirstRunGoesOnWhereItWas();
    void aDamagedHouseIsNoMissingOne();
    void theFirstPersonIsTheOwner();
    void aPersonIsRenamedAndRemoved();
    void ctrlZSaysWhatItTookBack();
    void aRefusalIsTold();
    void aDeviceThatLeavesKeepsItsPlaceOnTheMap();
    void theMapGroupsFromSixteen();

private:
    QTemporaryDir config_;
};

void ViewModelsTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
    qputenv("TZ", "Europe/Berlin");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ViewModelsTest::init()
{
    QSettings().clear();
}

void ViewModelsTest::devicesStandInTheirRooms()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &devices = *fixture.desktop.devices();
    const QAbstractItemModelTester tester(&devices);
    QCOMPARE(column(devices, DevicesModel::DeviceId),
        QStringList({QStringLiteral("hall-box"), QStringLiteral("nas"), QStringLiteral("ana-laptop"),
            QStringLiteral("printer"), QStringLiteral("emma-tablet"), QStringLiteral("paul-console"),
            QStringLiteral("tom-phone"), QStringLiteral("living-room-tv")}));
    QCOMPARE(devices.sectionSize(QStringLiteral("At home")), 6);
    QCOMPARE(devices.sectionSize(QStringLiteral("Elsewhere")), 1);
    QCOMPARE(
        devices.index(7).data(DevicesModel::Line).toString(), QStringLiteral("Last seen Saturday 22:48"));
}

void ViewModelsTest::aNewDeviceStandsAlone()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    QCOMPARE(
        column(*fixture.desktop.newDevices(), DevicesModel::Name), QStringList(QStringLiteral("Pixel 9?")));
    fixture.desktop.device()->giveDevice(QStringLiteral("pixel"), 1);
    QTRY_COMPARE(fixture.desktop.newDevices()->count(), 0);
    QCOMPARE(fixture.desktop.devices()->count(), 9);
}

void ViewModelsTest::aDeviceWithoutANameIsCalledByItsKind()
{
    auto house = screens::smithHouse();
    std::ranges::find(house.devices, "living-room-tv", &contract::Device::id)->name.clear();
    Fixture fixture(std::move(house));
    QVERIFY(fixture.start());
    QVERIFY(column(*fixture.desktop.devices(), DevicesModel::Name).contains(QStringLiteral("Television")));
}

void ViewModelsTest::searchFindsByNameKindAndAddress()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &devices = *fixture.desktop.devices();
    for (const auto &[typed, found] : {std::pair(QStringLiteral("brother"), 1),
             std::pair(QStringLiteral("tele"), 1), std::pair(QStringLiteral("192.168.1.20"), 1),
             std::pair(QStringLiteral("nothing like it"), 0), std::pair(QString(), 8)}) {
        devices.setSearch(typed);
        QCOMPARE(devices.count(), found);
    }
}

void ViewModelsTest::aRenamedDeviceKeepsItsRow()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &devices = *fixture.desktop.devices();
    const QPersistentModelIndex nas = devices.index(1);
    QSignalSpy removed(&devices, &QAbstractItemModel::rowsRemoved);
    fixture.desktop.device()->setDevice(QStringLiteral("nas"));
    fixture.desktop.device()->rename(QStringLiteral("attic-nas"));
    QTRY_COMPARE(nas.data(DevicesModel::Name).toString(), QStringLiteral("attic-nas"));
    QCOMPARE(fixture.desktop.device()->name(), QStringLiteral("attic-nas"));
    QVERIFY(removed.isEmpty());
}

void ViewModelsTest::everythingEmptiesWhenTheEngineStopsAndRefills()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &desktop = fixture.desktop;
    QTRY_COMPARE(desktop.history()->count(), 8);
    desktop.frame()->setPage(desktop::FrameView::History);
    fixture.engine.stop();
    QTRY_COMPARE(desktop.devices()->count(), 0);
    QCOMPARE(desktop.history()->count(), 0);
    QTRY_COMPARE(desktop.shown(), static_cast<int>(Desktop::EngineGone));
    QCOMPARE(desktop.frame()->house(), QStringLiteral("Smith")); // whose it was is still said
    QVERIFY(fixture.engine.listen(json::toQString(fixture.path())));
    QTRY_COMPARE(desktop.devices()->count(), 8);
    QTRY_COMPARE(desktop.history()->count(), 8);
    QCOMPARE(desktop.shown(), static_cast<int>(Desktop::History));
}

void ViewModelsTest::anotherMachineIsShownAndThisOneAgain()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &frame = *fixture.desktop.frame();
    frame.setPage(desktop::FrameView::Devices);
    frame.showMember(QStringLiteral("nas"), QStringLiteral("nas"));
    QCOMPARE(frame.elsewhere(), QStringLiteral("nas"));
    QTRY_COMPARE(fixture.engine.calls("member.reach"), 1);
    QTRY_VERIFY(frame.isRunning());
    QCOMPARE(fixture.engine.parameters("member.reach")[u"member"].toString(), QStringLiteral("nas"));
    QCOMPARE(fixture.desktop.devices()->count(), 8);
    QCOMPARE(fixture.desktop.shown(), static_cast<int>(Desktop::Devices));
    frame.showThisMachine();
    QCOMPARE(frame.elsewhere(), QString());
    // Once at first, twice for the other machine, and once more.
    QTRY_COMPARE(fixture.engine.calls("hello"), 4);
    QTRY_VERIFY(frame.isRunning());
    QCOMPARE(fixture.engine.calls("member.reach"), 1);
}

void ViewModelsTest::anotherMachineThatIsAwayIsNamedAndLeft()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &frame = *fixture.desktop.frame();
    fixture.engine.refuse("member.reach", {ErrorCode::peer_unreachable, {{"member", "nas"}}, {}});
    frame.showMember(QStringLiteral("nas"), QStringLiteral("nas"));
    QTRY_COMPARE(fixture.desktop.shown(), static_cast<int>(Desktop::EngineGone));
    QCOMPARE(frame.happened(), QStringLiteral("“nas” can't be reached."));
    QVERIFY(!frame.mayStart());
    frame.showThisMachine();
    QTRY_COMPARE(fixture.desktop.shown(), static_cast<int>(Desktop::Home));
}

void ViewModelsTest::tenThousandChangesOpenAtOnce()
{
    Fixture fixture(screens::longHistory(10000));
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.desktop.history()->isLoaded());
    QCOMPARE(fixture.desktop.history()->fetched(), std::size_t(50));
    QVERIFY(!fixture.desktop.history()->isComplete());
    QCOMPARE(fixture.engine.calls("change.list"), 1);
}

void ViewModelsTest::scrollingFetchesOnePageMore()
{
    Fixture fixture(screens::longHistory(120));
    QVERIFY(fixture.start());
    auto &history = *fixture.desktop.history();
    QTRY_COMPARE(history.count(), 50);
    history.fetchMore({});
    QTRY_COMPARE(history.count(), 100);
    history.fetchMore({});
    QTRY_COMPARE(history.count(), 120);
    QVERIFY(history.isComplete());
    QVERIFY(!history.canFetchMore({}));
}

void ViewModelsTest::anUndoShowsOnWhatItTookBack()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &history = *fixture.desktop.history();
    const QAbstractItemModelTester tester(&history);
    QTRY_COMPARE(history.count(), 8); // nine changes, of which one only takes another back
    const QModelIndex assigned = history.index(2);
    QVERIFY(assigned.data(HistoryModel::Struck).toBool());
    QCOMPARE(assigned.data(HistoryModel::BadgeText).toString(), QStringLiteral("Ana took it back, 15:05"));
}

void ViewModelsTest::daysOfHistoryAreCalledAsPeopleCallThem()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    const auto &history = *fixture.desktop.history();
    const auto heading = [&](const char *day) {
        const QString date = QString::fromLatin1(day);
        return history.dayTitle(date) + u'|' + history.dayDate(date);
    };
    QCOMPARE(heading("2026-11-23"), QStringLiteral("Today|Monday 23 November"));
    QCOMPARE(heading("2026-11-22"), QStringLiteral("Yesterday|Sunday 22 November"));
    QCOMPARE(heading("2026-11-21"), QStringLiteral("Saturday|21 November"));
    QCOMPARE(heading("2026-11-02"), QStringLiteral("Monday 2 November|"));
}

void ViewModelsTest::nobodySaysSeconds_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("said");
    QTest::newRow("none set") << QLocale::c() << QStringLiteral("17:07");
    QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("17:07");
    QTest::newRow("American") << QLocale(QLocale::English, QLocale::UnitedStates)
                              << QStringLiteral("5:07\u202fPM");
}

void ViewModelsTest::nobodySaysSeconds()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, said);
    const QLocale before;
    QLocale::setDefault(locale);
    constexpr std::chrono::sys_days day = std::chrono::year(2026) / 11 / 25;
    using namespace std::chrono_literals;
    const QString time = desktop::clockTime(day + 16h + 7min + 49s); // in Berlin, an hour later
    QLocale::setDefault(before);
    QCOMPARE(time, said);
}

void ViewModelsTest::aNewChangeComesFirst()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &history = *fixture.desktop.history();
    QTRY_COMPARE(history.count(), 8);
    fixture.desktop.device()->setDevice(QStringLiteral("nas"));
    fixture.desktop.device()->rename(QStringLiteral("attic-nas"));
    QTRY_COMPARE(history.count(), 9);
    QVERIFY(history.index(0).data(HistoryModel::Summary).toString().contains(QStringLiteral("attic-nas")));
    fixture.desktop.undoLast();
    QTRY_VERIFY(history.index(0).data(HistoryModel::Struck).toBool());
    QCOMPARE(history.count(), 9);
}

void ViewModelsTest::theFirstRunGoesOnWhereItWas()
{
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        auto &first = *fixture.desktop.firstRun();
        QVERIFY(first.isNeeded());
        QCOMPARE(first.step(), static_cast<int>(desktop::FirstRunView::Machine));
        first.nameMachine(QStringLiteral("study-laptop"));
        QCOMPARE(first.step(), static_cast<int>(desktop::FirstRunView::House));
    }
    Fixture fixture(screens::noHouse());
    QVERIFY(fixture.start());
    auto &first = *fixture.desktop.firstRun();
    QCOMPARE(first.step(), static_cast<int>(desktop::FirstRunView::House));
    first.createHouse(QStringLiteral("Smith"));
    QTRY_COMPARE(first.step(), static_cast<int>(desktop::FirstRunView::People));
    // The name that was given before there was a house is kept now.
    QTRY_COMPARE(fixture.desktop.settings()->machine(), QStringLiteral("study-laptop"));
    first.next();
    first.next();
    QVERIFY(!first.isNeeded());
}

void ViewModelsTest::aDamagedHouseIsNoMissingOne()
{
    auto house = screens::smithHouse();
    house.house.reset();
    house.status.house.reset();
    house.status.attention = {{contract::FindingCode::not_in_force, contract::Severity::alert, {}, {}, {}}};
    Fixture fixture(std::move(house));
    QVERIFY(fixture.start());
    QVERIFY(!fixture.desktop.firstRun()->isNeeded());
    QCOMPARE(fixture.desktop.home()->needs(), 1);
}

void ViewModelsTest::theFirstPersonIsTheOwner()
{
    auto house = screens::smithHouse();
    house.people.clear();
    Fixture fixture(std::move(house));
    QVERIFY(fixture.start());
    auto &people = *fixture.desktop.settings()->people();
    people.addNamed(QStringLiteral("Ana"));
    QTRY_COMPARE(people.rowCountNow(), 1);
    people.addNamed(QStringLiteral("Tom"));
    QTRY_COMPARE(people.rowCountNow(), 2);
    QCOMPARE(people.index(0).data(PeopleModel::RoleIndex).toInt(), static_cast<int>(PeopleModel::Owner));
    QCOMPARE(people.index(1).data(PeopleModel::RoleIndex).toInt(), static_cast<int>(PeopleModel::Member));
}

void ViewModelsTest::aPersonIsRenamedAndRemoved()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &people = *fixture.desktop.settings()->people();
    QCOMPARE(column(people, PeopleModel::Name).at(1), QStringLiteral("Tom"));
    people.rename(QStringLiteral("tom"), QStringLiteral("Thomas"));
    QTRY_COMPARE(column(people, PeopleModel::Name).at(1), QStringLiteral("Thomas"));
    people.remove(QStringLiteral("tom"));
    QTRY_VERIFY(!column(people, PeopleModel::PersonId).contains(QStringLiteral("tom")));
    QCOMPARE(people.rowCountNow(), 3);
}

void ViewModelsTest::ctrlZSaysWhatItTookBack()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.desktop.history()->isLoaded());
    const auto newest = fixture.desktop.history()->newestUndoable();
    const QString said = words::summary(*fixture.desktop.history()->find(newest));
    fixture.desktop.undoLast();
    QTRY_COMPARE(fixture.desktop.frame()->notice(), QStringLiteral("Taken back: %1.").arg(said));
    QVERIFY(!fixture.desktop.frame()->noticeIsFailure());

    Fixture empty(screens::noHouse());
    QVERIFY(empty.start());
    empty.desktop.undoLast();
    QCOMPARE(empty.desktop.frame()->notice(), QStringLiteral("There is nothing to take back."));
}

void ViewModelsTest::aRefusalIsTold()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    fixture.desktop.device()->setDevice(QStringLiteral("gone"));
    fixture.desktop.device()->rename(QStringLiteral("other"));
    QTRY_VERIFY(!fixture.desktop.frame()->notice().isEmpty());
    QVERIFY(fixture.desktop.frame()->noticeIsFailure());
}

void ViewModelsTest::aDeviceThatLeavesKeepsItsPlaceOnTheMap()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    auto &map = *fixture.desktop.map();
    const auto places = [&] {
        std::map<QString, std::pair<int, int>> found;
        for (const auto &tile : map.home()->tiles())
            found.emplace(tile.id, std::pair(tile.row, tile.column));
        return found;
    };
    const auto before = places();
    auto nas = *std::ranges::find(fixture.engine.house().devices, "nas", &contract::Device::id);
    nas.state = contract::DeviceState::away;
    fixture.engine.tell(contract::DeviceChanged{nas});
    QTRY_COMPARE(map.lately()->count(), 2);
    auto without = before;
    without.erase(QStringLiteral("nas"));
    QCOMPARE(places(), without);
    nas.state = contract::DeviceState::online;
    fixture.engine.tell(contract::DeviceChanged{nas});
    QTRY_COMPARE(places(), before);
}

void ViewModelsTest::theMapGroupsFromSixteen()
{
    Fixture small(screens::smithHouse());
    QVERIFY(small.start());
    QVERIFY(!small.desktop.map()->isLarge());
    Fixture large(screens::largeHouse());
    QVERIFY(large.start());
    auto &map = *large.desktop.map();
    QTRY_VERIFY(map.isLarge());
    const auto names = column(*map.home(), desktop::TilesModel::Name);
    QVERIFY(names.contains(QStringLiteral("Paul")));
    QVERIFY(names.contains(QStringLiteral("nas"))); // a member that is nobody's stands alone
    QVERIFY(names.contains(QStringLiteral("Pixel 9?"))); // and so does what is new
    map.setOpenGroup(QStringLiteral("person:paul"));
    QCOMPARE(map.opened()->count(), 4);
    QVERIFY(map.openRow() >= 0);
    map.setOpenGroup(QStringLiteral("person:nobody"));
    QCOMPARE(map.openRow(), -1);
}

QTEST_MAIN(ViewModelsTest)
#include "view_models_test.moc"
