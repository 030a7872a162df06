// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages: its keys, its notices, and reading from right to left.
#include "desktop/frame/window.h"
#include "desktop_fixture.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSettings>
#include <QSignalSpy>

using namespace freehold;
using desktop::FrameView;

namespace {

struct Fixture : desktop::DesktopFixture {
    explicit Fixture(screens::SampleHouse house)
        : DesktopFixture(std::move(house))
        , window(desktop)
    {
    }
    [[nodiscard]] bool open()
    {
        if (!start())
            return false;
        window.open();
        return window.window() && QTest::qWaitForWindowActive(window.window());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(window.window(), key, modifiers);
    }

    desktop::Window window;
};

/// The control in sight below `root` whose role and name these are, as a screen reader finds it; else null.
QAccessibleInterface *find(QAccessibleInterface *root, QAccessible::Role role, const QString &name)
{
    for (int index = 0; index < root->childCount(); ++index) {
        auto *child = root->child(index);
        if (!child || child->state().invisible)
            continue;
        if (child->role() == role && child->text(QAccessible::Name) == name)
            return child;
        if (auto *found = find(child, role, name))
            return found;
    }
    return nullptr;
}

QAccessibleInterface *find(const Fixture &fixture, QAccessible::Role role, const QString &name)
{
    return find(QAccessible::queryAccessibleInterface(fixture.window.window()), role, name);
}

QString focused(const Fixture &fixture)
{
    auto *control = QAccessible::queryAccessibleInterface(fixture.window.window()->activeFocusItem());
    return control ? control->text(QAccessible::Name) : QString();
}

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void numbersSwitchPages();
    void ctrlFLooksForSomething_data();
    void ctrlFLooksForSomething();
    void ctrlZTakesBackAndSaysWhat();
    void f1Helps();
    void ctrlQAsksToQuit();
    void tabGoesInReadingOrder();
    void fromRightToLeftTheRailStandsAtTheRight();
    void theFirstRunIsWalkedByTyping();
    void aNoticeLeavesTheFirstRunsButtonsFree();
    void lessMotionReachesTheTokens();

private:
    QTemporaryDir config_;
};

void WindowTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
    qputenv("TZ", "Europe/Berlin");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
}

void WindowTest::init()
{
    QSettings().clear();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
}

void WindowTest::numbersSwitchPages()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    const QStringList headings{
        QStringLiteral("Devices"), QStringLiteral("History"), QStringLiteral("Settings")};
    for (int page = 1; page <= 3; ++page) {
        fixture.press(static_cast<Qt::Key>(Qt::Key_1 + page));
        QCOMPARE(fixture.desktop.frame()->page(), page);
        QTRY_VERIFY(find(fixture, QAccessible::Heading, headings.at(page - 1)));
    }
    fixture.press(Qt::Key_1);
    QCOMPARE(fixture.desktop.frame()->page(), static_cast<int>(FrameView::Home));
}

void WindowTest::ctrlFLooksForSomething_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("field");
    QTest::newRow("devices") << static_cast<int>(FrameView::Devices) << QStringLiteral("Find a device");
    QTest::newRow("history") << static_cast<int>(FrameView::History) << QStringLiteral("Find a change");
}

void WindowTest::ctrlFLooksForSomething()
{
    QFETCH(int, page);
    QFETCH(QString, field);
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    fixture.desktop.frame()->setPage(page);
    QTRY_VERIFY(find(fixture, QAccessible::EditableText, field));
    fixture.press(Qt::Key_F);
    QCOMPARE(focused(fixture), field);
}

void WindowTest::ctrlZTakesBackAndSaysWhat()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    QTRY_VERIFY(fixture.desktop.history()->isLoaded());
    fixture.press(Qt::Key_Z);
    QTRY_VERIFY(fixture.desktop.frame()->notice().startsWith(QStringLiteral("Taken back: ")));
    QTRY_VERIFY(find(fixture, QAccessible::AlertMessage, fixture.desktop.frame()->notice()));
    QCOMPARE(fixture.engine.calls("change.undo"), 1);
}

void WindowTest::f1Helps()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F1, Qt::NoModifier);
    QTRY_VERIFY(find(fixture, QAccessible::Heading, QStringLiteral("Help")));
    fixture.press(Qt::Key_Escape, Qt::NoModifier);
    QTRY_VERIFY(!find(fixture, QAccessible::Heading, QStringLiteral("Help")));
}

void WindowTest::ctrlQAsksToQuit()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    const QSignalSpy asked(fixture.desktop.frame(), &FrameView::quitAsked);
    fixture.press(Qt::Key_Q);
    QCOMPARE(asked.count(), 1);
}

void WindowTest::tabGoesInReadingOrder()
{
    Fixture fixture(screens::emptyHouse());
    QVERIFY(fixture.open());
    fixture.desktop.frame()->setPage(FrameView::Settings);
    QTRY_VERIFY(find(fixture, QAccessible::Heading, QStringLiteral("Settings")));
    QStringList walked;
    do {
        fixture.press(Qt::Key_Tab, Qt::NoModifier);
        walked.append(focused(fixture));
    } while (walked.size() < 40 && (walked.size() < 2 || walked.last() != walked.first()));
    walked.removeLast(); // the first again
    QCOMPARE(walked,
        QStringList({QStringLiteral("Home"), QStringLiteral("Devices"), QStringLiteral("History"),
            QStringLiteral("Settings"), QStringLiteral("Name of this machine"),
            QStringLiteral("Start at login"), QStringLiteral("Quit"), QStringLiteral("Name of the house"),
            QStringLiteral("Time zone"), QStringLiteral("Back up…"), QStringLiteral("Add a person"),
            QStringLiteral("Name of Ana"), QStringLiteral("Role of Ana"), QStringLiteral("Remove Ana"),
            QStringLiteral("Language"), QStringLiteral("Appearance"), QStringLiteral("What needs me"),
            QStringLiteral("What others change")}));
}

void WindowTest::fromRightToLeftTheRailStandsAtTheRight()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    fixture.desktop.frame()->setPage(FrameView::Settings);
    QTRY_VERIFY(find(fixture, QAccessible::Heading, QStringLiteral("Settings")));
    const QRect heading = find(fixture, QAccessible::Heading, QStringLiteral("Settings"))->rect();
    const QRect tab = find(fixture, QAccessible::PageTab, QStringLiteral("Home"))->rect();
    const QRect window = fixture.window.window()->geometry();
    QVERIFY(tab.left() > window.center().x());
    QVERIFY(heading.width() > window.width() / 2);
    QVERIFY(heading.right() < tab.left());
    QVERIFY(window.contains(heading));
}

void WindowTest::theFirstRunIsWalkedByTyping()
{
    Fixture fixture(screens::noHouse());
    QVERIFY(fixture.open());
    QCOMPARE(focused(fixture), QStringLiteral("Name of this machine"));
    QTest::mouseClick(fixture.window.window(), Qt::LeftButton, {},
        fixture.window.window()->mapFromGlobal(
            find(fixture, QAccessible::Button, QStringLiteral("Go on"))->rect().center()));
    QTRY_COMPARE(focused(fixture), QStringLiteral("Name of the house"));
    fixture.press(Qt::Key_S, Qt::NoModifier);
    fixture.press(Qt::Key_Return, Qt::NoModifier);
    QTRY_VERIFY(find(fixture, QAccessible::Heading, QStringLiteral("Who lives in s?")));
    QCOMPARE(focused(fixture), QStringLiteral("Name of a person"));
}

void WindowTest::aNoticeLeavesTheFirstRunsButtonsFree()
{
    Fixture fixture(screens::noHouse());
    QVERIFY(fixture.open());
    const QString said = QStringLiteral("Something could not be done.");
    fixture.desktop.frame()->tell(said);
    QTRY_VERIFY(find(fixture, QAccessible::AlertMessage, said));
    const QRect notice = find(fixture, QAccessible::AlertMessage, said)->rect();
    const QRect button = find(fixture, QAccessible::Button, QStringLiteral("Go on"))->rect();
    QVERIFY(notice.bottom() < button.top());
}

void WindowTest::lessMotionReachesTheTokens()
{
    Fixture fixture(screens::smithHouse());
    QVERIFY(fixture.open());
    auto *tokens
        = qmlEngine(fixture.window.window())->singletonInstance<QObject *>("Freehold.Style", "Tokens");
    QVERIFY(tokens);
    QVERIFY(tokens->property("quick").toInt() > 0);
    fixture.desktop.preferences()->setReducedMotion(true);
    QCOMPARE(tokens->property("quick").toInt(), 0);
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
