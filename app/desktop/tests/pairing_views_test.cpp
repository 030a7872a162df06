// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_fixture.h"

#include <QSettings>

using namespace freehold;
using desktop::AddMachineView;
using desktop::JoinView;

namespace {

contract::Pairing waiting(const char *request, const char *peer, Time now)
{
    contract::Pairing pairing;
    pairing.request = request;
    pairing.peer = peer;
    pairing.expires = now + std::chrono::minutes(2);
    return pairing;
}

struct Fixture : desktop::DesktopFixture {
    explicit Fixture(screens::SampleHouse house)
        : DesktopFixture(std::move(house))
    {
    }
    void ask(const char *request, const char *peer)
    {
        engine.house().pairings.push_back(waiting(request, peer, engine.house().now));
        engine.tell(contract::PairingChanged{engine.house().pairings.back()});
    }
    [[nodiscard]] AddMachineView &add() { return *desktop.addMachine(); }
    [[nodiscard]] JoinView &join() { return *desktop.join(); }
};

} // namespace

/// What a person sees of a machine that joins, at both of the two.
class PairingViewsTest : public QObject {
    Q_OBJECT

    QTemporaryDir config_;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("freehold-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, config_.path());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void init() { QSettings().clear(); }

    void aMachineThatAsksIsLetInByTheDigitsThatItShows()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        QCOMPARE(fixture.add().waiting()->count(), 0);
        fixture.ask("a", "study-pc");
        QTRY_COMPARE(fixture.add().waiting()->count(), 1);
        fixture.add().choose(QStringLiteral("a"));
        QCOMPARE(fixture.add().stage(), int{AddMachineView::Digits});
        QCOMPARE(fixture.add().peer(), QStringLiteral("study-pc"));
        QCOMPARE(fixture.add().left(), QStringLiteral("2 min 0 s"));
        fixture.add().accept(QStringLiteral("482071"));
        QTRY_COMPARE(fixture.add().stage(), int{AddMachineView::OtherSide});
        auto joined = fixture.engine.house().pairings.front();
        joined.state = contract::PairingState::joined;
        fixture.engine.tell(contract::PairingChanged{joined});
        QTRY_COMPARE(fixture.add().stage(), int{AddMachineView::Joined});
        QCOMPARE(fixture.add().waiting()->count(), 0);
    }

    void wrongDigitsEndItAndSayWhatThatMayMean()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.ask("a", "study-pc");
        QTRY_COMPARE(fixture.add().waiting()->count(), 1);
        fixture.add().choose(QStringLiteral("a"));
        fixture.add().accept(QStringLiteral("111111"));
        QTRY_COMPARE(fixture.add().stage(), int{AddMachineView::Over});
        QVERIFY2(fixture.add().end().contains(QStringLiteral("study-pc")), qPrintable(fixture.add().end()));
        QVERIFY(fixture.add().end().contains(QStringLiteral("another machine")));
        QTRY_VERIFY(!fixture.add().isBusy());
        fixture.add().open();
        QCOMPARE(fixture.add().stage(), int{AddMachineView::Choosing});
        QVERIFY(fixture.add().end().isEmpty());
    }

    void whatBecomesOfAnotherRequestIsNotToldOfTheChosenOne()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.ask("a", "study-pc");
        fixture.ask("b", "attic-box");
        QTRY_COMPARE(fixture.add().waiting()->count(), 2);
        fixture.add().choose(QStringLiteral("a"));
        auto over = fixture.engine.house().pairings.back();
        over.state = contract::PairingState::over;
        over.ended = ErrorCode::pairing_expired;
        fixture.engine.tell(contract::PairingChanged{over});
        QTRY_COMPARE(fixture.add().waiting()->count(), 1);
        QCOMPARE(fixture.add().stage(), int{AddMachineView::Digits});
    }

    void anInvitationGoesWithAnotherRole()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.add().invite();
        QTRY_VERIFY(!fixture.add().invitation().isEmpty());
        QVERIFY(!fixture.add().invitationEnds().isEmpty());
        fixture.add().setRole(AddMachineView::Member);
        QVERIFY(!fixture.add().invitation().isEmpty());
        fixture.add().setRole(AddMachineView::Owner);
        QVERIFY(fixture.add().invitation().isEmpty());
    }

    void anInvitationForWhatIsNotChosenAnyMoreIsNotShown()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.add().setRole(AddMachineView::Owner);
        fixture.add().invite();
        fixture.add().setRole(AddMachineView::Guest);
        QTRY_VERIFY(!fixture.add().isBusy());
        QVERIFY(fixture.add().invitation().isEmpty());
    }

    void anEngineThatGoesTakesWhoWaitsWithIt()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.ask("a", "study-pc");
        QTRY_COMPARE(fixture.add().waiting()->count(), 1);
        fixture.add().choose(QStringLiteral("a"));
        fixture.engine.stop();
        QTRY_COMPARE(fixture.add().stage(), int{AddMachineView::Over});
        QVERIFY(!fixture.add().end().isEmpty());
    }

    void whatIsChosenIsWhatItMayDo_data()
    {
        QTest::addColumn<int>("chosen");
        QTest::addColumn<QString>("role");
        QTest::newRow("guest") << int{AddMachineView::Guest} << QStringLiteral("guest");
        QTest::newRow("member") << int{AddMachineView::Member} << QStringLiteral("member");
        QTest::newRow("owner") << int{AddMachineView::Owner} << QStringLiteral("owner");
    }

    void whatIsChosenIsWhatItMayDo()
    {
        QFETCH(const int, chosen);
        QFETCH(const QString, role);
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        fixture.add().open();
        fixture.ask("a", "study-pc");
        QTRY_COMPARE(fixture.add().waiting()->count(), 1);
        fixture.add().setRole(chosen);
        QVERIFY(fixture.add().may().contains(role));
        fixture.add().invite();
        QTRY_COMPARE(fixture.engine.parameters("pair.invite")[u"role"].toString(), role);
        fixture.add().choose(QStringLiteral("a"));
        QTRY_VERIFY(!fixture.add().isBusy());
        fixture.add().accept(QStringLiteral("482071"));
        QTRY_COMPARE(fixture.engine.parameters("pair.accept")[u"role"].toString(), role);
    }

    void machinesThatAskAreOneLineOnHome()
    {
        Fixture fixture(screens::smithHouse());
        QVERIFY(fixture.start());
        const int before = fixture.desktop.home()->needs();
        fixture.ask("a", "study-pc");
        QTRY_COMPARE(fixture.desktop.home()->needs(), before + 1);
        for (const char *request : {"b", "c", "d"})
            fixture.ask(request, "attic-box");
        QTRY_COMPARE(fixture.desktop.data().pairings().size(), std::size_t{4});
        QCOMPARE(fixture.desktop.home()->needs(), before + 1);
    }

    void aMachineJoinsAndItsFirstRunIsAlmostOver()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.desktop.firstRun()->nameMachine(QStringLiteral("nas"));
        fixture.join().ask(QStringLiteral(" 192.168.1.20 "));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Digits});
        QCOMPARE(fixture.join().digits(), QStringLiteral("482071"));
        QCOMPARE(fixture.join().peer(), QStringLiteral("ana-laptop"));
        QCOMPARE(fixture.join().left(), QStringLiteral("1 min 42 s"));
        auto agreed = waiting("joining", "ana-laptop", fixture.engine.house().now);
        agreed.state = contract::PairingState::waiting_for_confirmation;
        agreed.house = "Smith";
        fixture.engine.tell(contract::PairingChanged{agreed});
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Agreed});
        QCOMPARE(fixture.join().house(), QStringLiteral("Smith"));
        fixture.join().confirm();
        QTRY_COMPARE(fixture.desktop.firstRun()->step(), int{desktop::FirstRunView::Ready});
        QCOMPARE(fixture.engine.calls("house.create"), 0);
    }

    void theCopyIsToldWithItsAmount()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QStringLiteral("192.168.1.20"));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Digits});
        auto copying = waiting("joining", "ana-laptop", fixture.engine.house().now);
        copying.state = contract::PairingState::joining;
        copying.copied_bytes = 3'000'000;
        fixture.engine.tell(contract::PairingChanged{copying});
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Copying});
        QVERIFY2(fixture.join().progress().startsWith(QStringLiteral("2.9")),
            qPrintable(fixture.join().progress()));
    }

    void aPlaceWhereNobodyAnswersIsSaid()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QStringLiteral("192.0.2.9"));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Over});
        QVERIFY2(
            fixture.join().end().contains(QStringLiteral("192.0.2.9")), qPrintable(fixture.join().end()));
        fixture.join().beginAgain();
        QCOMPARE(fixture.join().stage(), int{JoinView::Asking});
    }

    void aCallThatWasGivenUpChangesNothingLater()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QStringLiteral("192.0.2.9"));
        fixture.join().cancel();
        fixture.join().ask(QStringLiteral("192.168.1.20"));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Digits});
        fixture.join().cancel();
        fixture.join().ask(QStringLiteral("192.168.1.20"));
        fixture.join().cancel();
        // Who was called for nothing is told.
        QTRY_COMPARE(fixture.engine.calls("pair.refuse"), 2);
        QCOMPARE(fixture.join().stage(), int{JoinView::Asking});
    }

    void aLongTextIsTakenForAnInvitation()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QString(100, u'A'));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Agreed});
        QCOMPARE(fixture.engine.calls("pair.join"), 1);
        QCOMPARE(fixture.engine.calls("pair.with"), 0);
    }

    void whoeverGivesUpTellsTheOtherSide()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QStringLiteral("192.168.1.20"));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Digits});
        fixture.join().cancel();
        QCOMPARE(fixture.join().stage(), int{JoinView::Asking});
        QTRY_COMPARE(fixture.engine.calls("pair.refuse"), 1);
    }

    void anEngineThatGoesTakesThePairingWithIt()
    {
        Fixture fixture(screens::noHouse());
        QVERIFY(fixture.start());
        fixture.join().ask(QStringLiteral("192.168.1.20"));
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Digits});
        fixture.engine.stop();
        QTRY_COMPARE(fixture.join().stage(), int{JoinView::Over});
        QVERIFY(!fixture.join().end().isEmpty());
    }
};

QTEST_MAIN(PairingViewsTest)
#include "pairing_views_test.moc"
