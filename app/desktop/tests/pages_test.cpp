// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/window.h"
#include "desktop_fixture.h"

#include <QQuickItem>

using namespace freehold;
using desktop::FrameView;

namespace {

/// The window with one page in it, in a width in which the list and what it opens take turns.
struct Fixture : desktop::DesktopFixture {
    Fixture()
        : DesktopFixture(screens::smithHouse())
        , window(desktop)
    {
        desktop.preferences()->setFirstRunStep(3);
        desktop.preferences()->setFirstRunEnded(true);
    }

    [[nodiscard]] bool start(FrameView::Page page)
    {
        if (!DesktopFixture::start() || !QTest::qWaitFor([this] { return desktop.history()->isLoaded(); }))
            return false;
        window.open();
        window.window()->resize(760, 700);
        window.window()->requestActivate();
        if (!QTest::qWaitForWindowActive(window.window())
            || !QTest::qWaitFor([this] { return window.window()->contentItem()->width() == 760; }))
            return false;
        desktop.frame()->setPage(page); // after the width: a wide page would open the first row itself
        return true;
    }
    void type(Qt::Key key) { QTest::keyClick(window.window(), key); }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window.window(), letter.toLatin1());
    }

    desktop::Window window;
};

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theKeyboardOpensAnyDevice();
    void theKeyboardOpensAnyChange();
    void comingBackKeepsTheRow();
    void anEmptiedSearchFindsAllAgain();
    void oneSearchHoldsForNewAndKnownDevices();

private:
    QTemporaryDir config_;
};

void PagesTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
    qputenv("TZ", "Europe/Berlin");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
}

void PagesTest::theKeyboardOpensAnyDevice()
{
    Fixture fixture;
    QVERIFY(fixture.start(FrameView::Devices));
    for (int row = 0; row < 3; ++row)
        fixture.type(Qt::Key_Down);
    QCOMPARE(fixture.desktop.device()->device(), QString()); // moving opens nothing yet
    fixture.type(Qt::Key_Return);
    QCOMPARE(fixture.desktop.device()->device(), fixture.desktop.devices()->idAt(2));
}

void PagesTest::theKeyboardOpensAnyChange()
{
    Fixture fixture;
    QVERIFY(fixture.start(FrameView::History));
    for (int row = 0; row < 4; ++row)
        fixture.type(Qt::Key_Down);
    fixture.type(Qt::Key_Up);
    QCOMPARE(fixture.desktop.change()->change(), QString());
    fixture.type(Qt::Key_Enter);
    QCOMPARE(fixture.desktop.change()->change(), fixture.desktop.history()->idAt(2));
}

void PagesTest::comingBackKeepsTheRow()
{
    Fixture fixture;
    QVERIFY(fixture.start(FrameView::Devices));
    fixture.type(Qt::Key_Down);
    fixture.type(Qt::Key_Down);
    fixture.type(Qt::Key_Return);
    fixture.type(Qt::Key_Return); // Back has the focus
    QCOMPARE(fixture.desktop.device()->device(), QString());
    fixture.type(Qt::Key_Down);
    fixture.type(Qt::Key_Return);
    QCOMPARE(fixture.desktop.device()->device(), fixture.desktop.devices()->idAt(2));
}

void PagesTest::anEmptiedSearchFindsAllAgain()
{
    Fixture fixture;
    QVERIFY(fixture.start(FrameView::History));
    QTest::keyClick(fixture.window.window(), Qt::Key_F, Qt::ControlModifier);
    fixture.type(QStringLiteral("emma"));
    QTRY_COMPARE(fixture.desktop.history()->search(), QStringLiteral("emma"));
    fixture.type(Qt::Key_Escape);
    QCOMPARE(fixture.desktop.history()->search(), QString());
}

void PagesTest::oneSearchHoldsForNewAndKnownDevices()
{
    Fixture fixture;
    QVERIFY(fixture.start(FrameView::Devices));
    QTest::keyClick(fixture.window.window(), Qt::Key_F, Qt::ControlModifier);
    fixture.type(QStringLiteral("nas"));
    QTRY_COMPARE(fixture.desktop.newDevices()->count(), 0);
    QCOMPARE(fixture.desktop.devices()->count(), 1);
    fixture.desktop.showDevice(QStringLiteral("pixel"));
    QCOMPARE(fixture.desktop.newDevices()->count(), 1);
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
