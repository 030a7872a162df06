// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the window: the tray and the notifications.
#include "desktop/tray/news.h"
#include "desktop/tray/tray.h"
#include "desktop_fixture.h"

#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>

using namespace freehold;
using desktop::Tray;

namespace {

/// Keeps what a person would be told.
class RecordingNotifier final : public desktop::Notifier {
public:
    void show(const QString &title, const QString &, const QString &subject) override
    {
        titles.append(title);
        subjects.append(subject);
    }
    QStringList titles;
    QStringList subjects;
};

screens::SampleHouse calmHouse()
{
    auto house = screens::smithHouse();
    house.status.trials.clear();
    house.status.attention.clear();
    std::erase_if(house.devices, &contract::Device::is_new);
    return house;
}

struct Fixture : desktop::DesktopFixture {
    explicit Fixture(screens::SampleHouse house)
        : DesktopFixture(std::move(house))
        , news(desktop.data(), *desktop.home(), *desktop.preferences(), notifier)
        , tray(desktop.data(), *desktop.home(), *desktop.trials(), *desktop.frame())
    {
    }

    void joins(const std::string &id)
    {
        auto &house = engine.house();
        if (std::ranges::find(house.devices, id, &contract::Device::id) == house.devices.end()) {
            contract::Device device;
            device.id = id;
            device.name = id;
            device.kind = contract::DeviceKind::phone;
            device.is_new = true;
            device.first_seen = house.now;
            house.devices.push_back(device);
            engine.tell(contract::DeviceChanged{device});
        }
        house.status.attention.push_back({contract::FindingCode::new_device, contract::Severity::info,
            {{"device", id}, {"name", id}}, {}, {}});
        engine.tell(contract::StatusChanged{});
    }
    void isAnswered()
    {
        engine.house().status.attention.clear();
        engine.tell(contract::StatusChanged{});
    }

    RecordingNotifier notifier;
    desktop::News news;
    Tray tray;
};

QStringList entries(Tray &tray)
{
    QStringList texts;
    for (const auto *action : tray.menu().actions()) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

class TrayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theFirstDeviceAfterACalmStartIsTold();
    void whatWasThereBeforeTheWindowIsNoNews();
    void aDeviceThatComesBackIsToldAgain();
    void aRestartOfTheEngineIsNoNews();
    void aRollBackIsToldOnce();
    void nothingIsToldWhereNoneIsWanted();
    void theShapeSaysHowTheHouseIs();
    void everyEntryHasWordsAndAnIcon();
    void withoutATrayTheProgramEndsWithItsWindow();
    void withoutAHouseTheTipBeginsWithWords();

private:
    QTemporaryDir config_;
};

void TrayTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
    qputenv("TZ", "Europe/Berlin");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TrayTest::init()
{
    QSettings().clear();
}

void TrayTest::theFirstDeviceAfterACalmStartIsTold()
{
    Fixture fixture(calmHouse());
    QVERIFY(fixture.start());
    fixture.joins("pixel");
    QTRY_COMPARE(fixture.notifier.subjects, QStringList(QStringLiteral("pixel")));
    QVERIFY(fixture.notifier.titles.front().endsWith(QStringLiteral("Whose is it?")));
}

void TrayTest::whatWasThereBeforeTheWindowIsNoNews()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    fixture.joins("second");
    QTRY_COMPARE(fixture.notifier.subjects, QStringList(QStringLiteral("second")));
}

void TrayTest::aDeviceThatComesBackIsToldAgain()
{
    Fixture fixture(calmHouse());
    QVERIFY(fixture.start());
    fixture.joins("pixel");
    QTRY_COMPARE(fixture.notifier.subjects.size(), 1);
    fixture.isAnswered();
    QTRY_COMPARE(fixture.desktop.home()->needs(), 0);
    fixture.joins("pixel");
    QTRY_COMPARE(fixture.notifier.subjects.size(), 2);
}

void TrayTest::aRestartOfTheEngineIsNoNews()
{
    Fixture fixture(calmHouse());
    QVERIFY(fixture.start());
    fixture.joins("pixel");
    QTRY_COMPARE(fixture.notifier.subjects.size(), 1);
    fixture.engine.stop();
    QTRY_VERIFY(!fixture.desktop.data().isReady());
    QVERIFY(fixture.start());
    QCOMPARE(fixture.desktop.home()->needs(), 1);
    QCOMPARE(fixture.notifier.subjects.size(), 1);
}

void TrayTest::aRollBackIsToldOnce()
{
    Fixture fixture(calmHouse());
    QVERIFY(fixture.start());
    auto change = fixture.engine.house().changes.front();
    change.state = contract::ChangeState::rolled_back;
    change.rolled_back_because.emplace();
    fixture.engine.tell(contract::ChangeChanged{change});
    fixture.engine.tell(contract::ChangeChanged{change});
    fixture.joins("pixel"); // comes after both
    QTRY_COMPARE(fixture.notifier.subjects.size(), 2);
    QVERIFY(fixture.notifier.titles.front().startsWith(QStringLiteral("Went back by itself: ")));
    QCOMPARE(fixture.notifier.subjects.back(), QStringLiteral("pixel"));
}

void TrayTest::nothingIsToldWhereNoneIsWanted()
{
    Fixture fixture(calmHouse());
    fixture.desktop.preferences()->setTellsNeeds(false);
    QVERIFY(fixture.start());
    fixture.joins("pixel");
    QTRY_COMPARE(fixture.desktop.home()->needs(), 1);
    QVERIFY(fixture.notifier.titles.isEmpty());
}

void TrayTest::theShapeSaysHowTheHouseIs()
{
    Fixture fixture(screens::smithHouse());
    QCOMPARE(fixture.tray.shape(), Tray::Shape::offline);
    QVERIFY(fixture.start());
    QCOMPARE(fixture.tray.shape(), Tray::Shape::attention);
    fixture.isAnswered();
    QTRY_COMPARE(fixture.tray.shape(), Tray::Shape::trial);
    fixture.engine.house().status.trials.clear();
    fixture.engine.tell(contract::StatusChanged{});
    QTRY_COMPARE(fixture.tray.shape(), Tray::Shape::well);
    QList<QImage> drawings;
    for (const auto shape :
        {Tray::Shape::well, Tray::Shape::attention, Tray::Shape::trial, Tray::Shape::offline}) {
        const QImage image = Tray::icon(shape).pixmap(44).toImage();
        QVERIFY(!image.isNull());
        QVERIFY(!drawings.contains(image));
        drawings.append(image);
    }
}

void TrayTest::everyEntryHasWordsAndAnIcon()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.start());
    QTRY_VERIFY(!fixture.desktop.trials()->index(0).data(desktop::TrialsModel::Title).toString().isEmpty());
    Q_EMIT fixture.tray.menu().aboutToShow();
    const QStringList texts = entries(fixture.tray);
    for (const auto *action : fixture.tray.menu().actions())
        QVERIFY2(action->isSeparator() || !action->icon().isNull(), qPrintable(action->text()));
    QCOMPARE(texts.at(0), fixture.desktop.home()->headline());
    QVERIFY(texts.contains(QStringLiteral("Open Freehold")));
    QVERIFY(texts.filter(QStringLiteral("Whose is it?")).size() == 1);
    const QStringList trials = texts.filter(QStringLiteral("Keep: "));
    QCOMPARE(trials.size(), fixture.desktop.trials()->count());
    QVERIFY2(trials.front().endsWith(QStringLiteral(" left)")), qPrintable(trials.front()));
    QCOMPARE(texts.last(), QStringLiteral("Quit Freehold (your house goes on)"));
}

void TrayTest::withoutATrayTheProgramEndsWithItsWindow()
{
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable()); // offscreen has none
    Fixture fixture(calmHouse());
    const QSignalSpy asked(fixture.desktop.frame(), &desktop::FrameView::quitAsked);
    Q_EMIT qApp->lastWindowClosed(); // Qt itself tells it within exec() alone
    QCOMPARE(asked.count(), 1);
}

void TrayTest::withoutAHouseTheTipBeginsWithWords()
{
    Fixture fixture(screens::noHouse());
    QVERIFY(fixture.start());
    QTRY_COMPARE(fixture.tray.toolTip(), fixture.desktop.home()->headline());
}

QTEST_MAIN(TrayTest)
#include "tray_test.moc"
