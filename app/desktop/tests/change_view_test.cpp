// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_fixture.h"

#include <QSignalSpy>

using namespace freehold;
using desktop::HistoryModel;

namespace {

/// The sample house's History with one change shown in full.
struct Fixture : desktop::DesktopFixture {
    explicit Fixture(screens::SampleHouse house = screens::smithHouse())
        : DesktopFixture(std::move(house))
    {
    }

    [[nodiscard]] bool start()
    {
        return DesktopFixture::start() && QTest::qWaitFor([this] { return desktop.history()->isLoaded(); });
    }
    /// The change to which this effect's code belongs, newest first.
    [[nodiscard]] const contract::Change &change(contract::EffectCode code)
    {
        return *std::ranges::find_if(
            engine.house().changes, [&](const auto &one) { return one.effects.front().code == code; });
    }
    void show(const contract::Change &change) { view.setChange(json::toQString(change.id)); }
    [[nodiscard]] QStringList marked()
    {
        QStringList ids;
        const auto &model = *desktop.history();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(HistoryModel::Goes).toBool())
                ids.append(model.index(row).data(HistoryModel::Summary).toString());
        }
        return ids;
    }

    desktop::ChangeView &view = *desktop.change();
};

using enum contract::EffectCode;

} // namespace

class ChangeViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void undoSaysWhatGoesAndTakesItBack();
    void whatStandsInTheWayIsCalledByWhatItDid();
    void whatWasTakenBackIsMadeAgain();
    void whatWentBackByItselfCanBeMadeAgain();
    void goingBackNamesWhatGoesAndMarksItInTheList();
    void ofManyThatGoTheNewestAreNamed();
    void whatGoesOnlyForwardIsSaidToStay();
    void restoringTakesTheLaterChangesBack();
    void anotherChangeMovesTheMarks();
    void aTimeIsReadAsPeopleWriteIt();
    void aTimeThatIsNoneIsRefusedInWords();
    void restoringToATimeTakesWhatCameAfterIt();
    void whatWasLeftOutIsChosen();
    void theTimeLeftOfATrialGoesOn();
    void aTrialIsKept();
    void theRawDifferenceComesWhenItIsAskedFor();

private:
    QTemporaryDir config_;
};

void ChangeViewTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
    qputenv("TZ", "Europe/Berlin");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ChangeViewTest::undoSaysWhatGoesAndTakesItBack()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    QTRY_VERIFY(fixture.view.isUndoable());
    QCOMPARE(fixture.view.undoWords(),
        QStringLiteral(
            "Only this change goes. The device “Brother in the study” is called “Brother HL-L2350DW” "
            "from now on."));
    QVERIFY(!fixture.view.isGone());
    fixture.view.undo();
    QTRY_VERIFY(fixture.view.isGone());
    QVERIFY(!fixture.view.isUndoable());
    QCOMPARE(fixture.view.stateText(), QStringLiteral("Ana took it back, 16:40"));
}

void ChangeViewTest::whatStandsInTheWayIsCalledByWhatItDid()
{
    auto house = screens::smithHouse();
    const auto renamed = std::ranges::find_if(
        house.changes, [](const auto &one) { return one.effects.front().code == device_renamed; });
    house.inTheWay[renamed->id] = house.changes.front().id;
    Fixture fixture(house);
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    QTRY_COMPARE(fixture.view.undoWords(),
        QStringLiteral(
            "A later change stands in the way: The house has the domain name “house.example”. Take that "
            "one back first, or set it anew."));
    QVERIFY(!fixture.view.isUndoable());
}

void ChangeViewTest::whatWasTakenBackIsMadeAgain()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    const auto undone = std::ranges::find(
        fixture.engine.house().changes, contract::ChangeState::undone, &contract::Change::state);
    fixture.show(*undone);
    QTRY_VERIFY(fixture.view.isGone());
    fixture.view.redo();
    QTRY_COMPARE(fixture.engine.calls("change.redo"), 1);
    QTRY_COMPARE(fixture.engine.house().changes.front().cause, contract::Cause::redo);
}

void ChangeViewTest::whatWentBackByItselfCanBeMadeAgain()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    const auto back = std::ranges::find(
        fixture.engine.house().changes, contract::ChangeState::rolled_back, &contract::Change::state);
    fixture.show(*back);
    QTRY_VERIFY(fixture.view.isGone());
    QVERIFY(!fixture.view.isUndoable());
}

void ChangeViewTest::goingBackNamesWhatGoesAndMarksItInTheList()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    auto &restoring = *fixture.view.restoring();
    QTRY_VERIFY(restoring.isPossible());
    QCOMPARE(restoring.words(), QStringLiteral("1 later change(s) go:"));
    QCOMPARE(
        restoring.going(), QStringList(QStringLiteral("Edited by hand: The kind of “nas” is “storage”")));
    QCOMPARE(fixture.marked(), restoring.going());
    QCOMPARE(restoring.staying(), QString());
}

void ChangeViewTest::ofManyThatGoTheNewestAreNamed()
{
    Fixture fixture(screens::longHistory(40));
    QVERIFY(fixture.start());
    fixture.show(fixture.engine.house().changes[30]);
    auto &restoring = *fixture.view.restoring();
    QTRY_VERIFY(restoring.isPossible());
    QCOMPARE(restoring.going().size(), 13);
    QCOMPARE(restoring.going().last(), QStringLiteral("and 18 more"));
    QCOMPARE(fixture.marked().size(), 30);
}

void ChangeViewTest::whatGoesOnlyForwardIsSaidToStay()
{
    auto house = screens::smithHouse();
    house.stays = {"members/nas.toml"};
    for (auto &[change, explanation] : house.undo)
        explanation.stays = house.stays;
    Fixture fixture(std::move(house));
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    QTRY_VERIFY(fixture.view.restoring()->staying().contains(QStringLiteral("stays as it is now")));
    QTRY_VERIFY(fixture.view.undoWords().endsWith(fixture.view.restoring()->staying()));
}

void ChangeViewTest::restoringTakesTheLaterChangesBack()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    auto &restoring = *fixture.view.restoring();
    QTRY_VERIFY(restoring.isPossible());
    const QStringList gone = restoring.going();
    restoring.restore();
    QTRY_COMPARE(fixture.engine.house().changes.front().cause, contract::Cause::restore);
    // What the restore itself did is now the one change that would go.
    QTRY_VERIFY(restoring.going() != gone);
    QCOMPARE(restoring.going().size(), 1);
}

void ChangeViewTest::anotherChangeMovesTheMarks()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.change(house_created));
    QTRY_VERIFY(fixture.marked().size() > 1);
    fixture.view.setChange({});
    QCOMPARE(fixture.marked(), QStringList());
}

void ChangeViewTest::aTimeIsReadAsPeopleWriteIt()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    auto &toTime = *fixture.desktop.toTime();
    toTime.begin();
    QCOMPARE(toTime.button(), QStringLiteral("Put the house back to Sunday 16:40"));
    toTime.setDay(QStringLiteral("1/11/2026"));
    toTime.setTime(QStringLiteral("9:05"));
    QCOMPARE(toTime.button(), QStringLiteral("Put the house back to 1 November, 09:05"));
    toTime.moveBy(1);
    QCOMPARE(toTime.day(), QStringLiteral("02/11/2026"));
    QVERIFY(!toTime.isLatest());
    QLocale::setDefault(QLocale(QLocale::German));
    toTime.setDay(QStringLiteral("3.11.2026"));
    QCOMPARE(toTime.day(), QStringLiteral("03.11.2026"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ChangeViewTest::aTimeThatIsNoneIsRefusedInWords()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    auto &toTime = *fixture.desktop.toTime();
    toTime.begin();
    toTime.setDay(QStringLiteral("last tuesday"));
    QCOMPARE(toTime.refusal(), QStringLiteral("Write the day as in 23/11/2026."));
    toTime.setTime(QStringLiteral("tea time"));
    QCOMPARE(toTime.refusal(), QStringLiteral("Write the time as in 16:40."));
    toTime.moveBy(3);
    QCOMPARE(toTime.refusal(), QStringLiteral("That is still to come."));
    toTime.moveBy(-1);
    QCOMPARE(toTime.refusal(), QString());
}

void ChangeViewTest::restoringToATimeTakesWhatCameAfterIt()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    auto &toTime = *fixture.desktop.toTime();
    toTime.begin();
    QTRY_COMPARE(toTime.going().size(), 2); // since Sunday 16:40
    QCOMPARE(fixture.marked(), QStringList()); // the list marks what stands beside it alone
    toTime.restore();
    QTRY_COMPARE(fixture.engine.house().changes.front().cause, contract::Cause::restore);
}

void ChangeViewTest::whatWasLeftOutIsChosen()
{
    auto house = screens::smithHouse();
    house.changes.front().state = contract::ChangeState::choice;
    Fixture fixture(std::move(house));
    QVERIFY(fixture.start());
    fixture.show(fixture.engine.house().changes.front());
    QTRY_VERIFY(fixture.view.isLeftOut());
    QVERIFY(!fixture.view.isUndoable());
    fixture.view.choose();
    QTRY_COMPARE(fixture.engine.calls("change.choose"), 1);
}

void ChangeViewTest::theTimeLeftOfATrialGoesOn()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.engine.house().changes.front());
    QTRY_VERIFY(fixture.view.isTried());
    const QModelIndex row = fixture.desktop.history()->index(0);
    QCOMPARE(fixture.view.stateText(), QStringLiteral("Trying, 3 min 12 s left"));
    QCOMPARE(row.data(HistoryModel::BadgeText).toString(), fixture.view.stateText());
    QSignalSpy badges(fixture.desktop.history(), &QAbstractItemModel::dataChanged);
    QSignalSpy detail(&fixture.view, &desktop::ChangeView::stateTextChanged);
    badges.clear();
    fixture.clock.set(fixture.engine.house().now + std::chrono::seconds(2));
    QTRY_VERIFY(!badges.isEmpty() && !detail.isEmpty());
    QCOMPARE(fixture.view.stateText(), QStringLiteral("Trying, 3 min 10 s left"));
}

void ChangeViewTest::aTrialIsKept()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.engine.house().changes.front());
    QTRY_VERIFY(fixture.view.isTried());
    fixture.view.keep();
    QTRY_VERIFY(!fixture.view.isTried());
    QCOMPARE(fixture.view.stateText(), QStringLiteral("Kept"));
}

void ChangeViewTest::theRawDifferenceComesWhenItIsAskedFor()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.show(fixture.change(device_renamed));
    QTRY_VERIFY(fixture.view.isUndoable());
    QCOMPARE(fixture.engine.calls("change.diff"), 0);
    fixture.view.loadDetails();
    QTRY_VERIFY(fixture.view.patch().contains(QStringLiteral("+name = \"Brother in the study\"")));
    QVERIFY(fixture.view.signer().startsWith(QStringLiteral("ssh-ed25519")));
    fixture.show(fixture.change(house_created));
    QCOMPARE(fixture.view.patch(), QString());
}

QTEST_MAIN(ChangeViewTest)
#include "change_view_test.moc"
