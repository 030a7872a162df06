// SPDX-License-Identifier: GPL-3.0-or-later
// How the program starts: one window, and an engine where there is none.
#include "desktop/frame/engine_keeper.h"
#include "desktop/frame/single_window.h"
#include "fake_engine/fake_engine.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using desktop::EngineKeeper;
using desktop::EnginePlaces;
using desktop::SingleWindow;
using State = desktop::EngineKeeper::State;

namespace {

/// A machine in a folder: the system's place, the user's, and a program that only leaves a mark.
struct Machine {
    Machine()
        : client({systems().toStdString(), own().toStdString()})
    {
        QFile script(program());
        script.open(QIODevice::WriteOnly);
        script.write("#!/bin/sh\nexec touch \"$(dirname \"$0\")/started\"\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    [[nodiscard]] QString at(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString systems() const { return at(QStringLiteral("system/engine.sock")); }
    [[nodiscard]] QString own() const { return at(QStringLiteral("own.sock")); }
    [[nodiscard]] QString program() const { return at(QStringLiteral("freeholdd")); }
    [[nodiscard]] EnginePlaces places() const
    {
        return {
            .chosen = {}, .systems = systems(), .program = program(), .lastWords = at(QStringLiteral("log"))};
    }
    [[nodiscard]] bool hasSystems() const { return QDir(folder.path()).mkdir(QStringLiteral("system")); }
    [[nodiscard]] bool hasStarted() const { return QFile::exists(at(QStringLiteral("started"))); }

    QTemporaryDir folder;
    api::Client client;
};

} // namespace

class StartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anEngineIsStartedWhereNoneAnswers();
    void oneThatDiesAgainAndAgainIsLeftAlone();
    void noneIsStartedWhereOneAnswers();
    void noneIsStartedBesideTheSystems();
    void noneIsStartedWhereTheSystemsTookItsFolderAlong();
    void noneIsStartedAtAChosenPlace();
    void theSecondWindowOfAnEngineBringsTheFirstForward();
    void anotherEngineHasAnotherWindow();
    void aPlaceThatCantBeHadKeepsNoWindowShut();
    void anOptionThatThereIsNotIsToldOf();

private:
    QTemporaryDir runtime_;
};

void StartTest::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", runtime_.path().toUtf8());
}

void StartTest::anEngineIsStartedWhereNoneAnswers()
{
    Machine machine;
    const EngineKeeper keeper(machine.client, machine.places());
    machine.client.start();
    QTRY_COMPARE(keeper.state(), State::starting);
    QCOMPARE(keeper.tries(), 1);
    QTRY_VERIFY(machine.hasStarted());
    screens::FakeEngine engine(screens::smithHouse());
    QVERIFY(engine.listen(machine.own()));
    QTRY_COMPARE(keeper.state(), State::running);
}

void StartTest::oneThatDiesAgainAndAgainIsLeftAlone()
{
    Machine machine;
    EngineKeeper keeper(machine.client, machine.places());
    machine.client.start();
    screens::FakeEngine engine(screens::smithHouse());
    for (int time = 1; time <= 3; ++time) {
        QTRY_COMPARE(keeper.state(), State::starting);
        QCOMPARE(keeper.tries(), time);
        QVERIFY(engine.listen(machine.own()));
        QTRY_COMPARE(keeper.state(), State::running);
        engine.stop();
    }
    QTRY_COMPARE(keeper.state(), State::gone);
    QCOMPARE(keeper.tries(), 3);
    keeper.startAgain();
    QCOMPARE(keeper.state(), State::starting);
}

void StartTest::noneIsStartedWhereOneAnswers()
{
    Machine machine;
    screens::FakeEngine engine(screens::smithHouse());
    QVERIFY(engine.listen(machine.own()));
    const EngineKeeper keeper(machine.client, machine.places());
    machine.client.start();
    QTRY_COMPARE(keeper.state(), State::running);
    QVERIFY(!keeper.isSystems());
    QCOMPARE(keeper.tries(), 0);
}

void StartTest::noneIsStartedBesideTheSystems()
{
    Machine machine;
    QVERIFY(machine.hasSystems());
    const EngineKeeper keeper(machine.client, machine.places());
    machine.client.start();
    QTRY_COMPARE(keeper.state(), State::gone);
    QVERIFY(keeper.isSystems());
    QVERIFY(!keeper.mayStart());
    QCOMPARE(keeper.tries(), 0);
}

void StartTest::noneIsStartedWhereTheSystemsTookItsFolderAlong()
{
    Machine machine;
    QVERIFY(machine.hasSystems());
    screens::FakeEngine engine(screens::smithHouse());
    QVERIFY(engine.listen(machine.systems()));
    const EngineKeeper keeper(machine.client, machine.places());
    machine.client.start();
    QTRY_COMPARE(keeper.state(), State::running);
    engine.stop();
    QVERIFY(QDir(machine.folder.path()).rmdir(QStringLiteral("system")));
    QTRY_COMPARE(keeper.state(), State::gone);
    QVERIFY(keeper.isSystems());
    QCOMPARE(keeper.tries(), 0);
}

void StartTest::noneIsStartedAtAChosenPlace()
{
    Machine machine;
    auto places = machine.places();
    places.chosen = machine.own();
    const EngineKeeper keeper(machine.client, places);
    machine.client.start();
    QTRY_COMPARE(keeper.state(), State::gone);
    QVERIFY(!keeper.mayStart());
    QVERIFY(!keeper.isSystems());
    QCOMPARE(keeper.tries(), 0);
}

void StartTest::theSecondWindowOfAnEngineBringsTheFirstForward()
{
    SingleWindow first{QString()};
    QVERIFY(first.acquire(false));
    QSignalSpy raised(&first, &SingleWindow::raiseAsked);
    SingleWindow second{QString()};
    QVERIFY(!second.acquire(false));
    QVERIFY(!raised.isEmpty() || raised.wait());
    SingleWindow quiet{QString()};
    QVERIFY(!quiet.acquire(true));
}

void StartTest::anotherEngineHasAnotherWindow()
{
    SingleWindow usual{QString()};
    QVERIFY(usual.acquire(false));
    SingleWindow sample(QStringLiteral("/tmp/sample/engine.sock"));
    QVERIFY(sample.acquire(false));
    SingleWindow other(QStringLiteral("/tmp/other/engine.sock"));
    QVERIFY(other.acquire(false));
}

void StartTest::aPlaceThatCantBeHadKeepsNoWindowShut()
{
    QVERIFY(QDir(runtime_.path()).mkpath(QStringLiteral("freehold/desktop.sock/in the way")));
    SingleWindow window{QString()};
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("a second start will open a second window")));
    QVERIFY(window.acquire(false));
}

void StartTest::anOptionThatThereIsNotIsToldOf()
{
    QProcess process;
    process.start(QStringLiteral(PROGRAM), {QStringLiteral("--nonsense")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError(),
        QByteArray("error: Unknown option 'nonsense'. See freehold --help.\n"));
}

QTEST_MAIN(StartTest)
#include "start_test.moc"
