// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/calls.h"
#include "support/json.h"
#include "testing_api/played_engine.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <format>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace freehold;
using namespace freehold::api;
using freehold::testing::PlayedEngine;
using namespace freehold::contract;

namespace {

struct Ran {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Change renamed(ChangeState state)
{
    Change change;
    change.id = "1a2b3c4d5e6f7a8b9c0d";
    change.state = state;
    Effect effect;
    effect.code = EffectCode::device_renamed;
    effect.args = {{"from", "nas"}, {"to", "attic-nas"}};
    change.effects = {effect};
    return change;
}

} // namespace

class FreeholdctlTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<PlayedEngine> engine_;

    [[nodiscard]] QString path(const char *name) const { return folder_.filePath(QString::fromUtf8(name)); }

    void start(QProcess &process, const QString &program, const QStringList &arguments,
        const char *locale = "C.UTF-8")
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FREEHOLD_SOCKET"), path("engine.sock"));
        environment.insert(QStringLiteral("LC_ALL"), QString::fromLatin1(locale));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder_.path());
        process.start(program, arguments);
    }

    Ran finish(QProcess &process)
    {
        // The played engine lives in this thread, so the wait has to turn its event loop.
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Ran run(const char *line, const QByteArray &input = {})
    {
        QProcess process;
        start(process, QStringLiteral(PROGRAM), QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
        process.write(input);
        process.closeWriteChannel();
        return finish(process);
    }

    Ran shell(const QString &script)
    {
        QProcess process;
        start(process, QStringLiteral("bash"), {QStringLiteral("-c"), script});
        return finish(process);
    }

private Q_SLOTS:
    void init() { engine_ = std::make_unique<PlayedEngine>(path("engine.sock")); }
    void cleanup() { engine_.reset(); }

    void aResultIsOneJsonDocumentWithItsSentences()
    {
        engine_->give("device.rename", json::write(renamed(ChangeState::kept)));
        const Ran ran = run("device rename nas attic-nas --json");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.errors, QByteArray());
        const auto change = json::read<Change>(QJsonDocument::fromJson(ran.output).object(), {});
        QVERIFY(change);
        QCOMPARE(change->summary, std::string("“nas” is called “attic-nas”"));
        QCOMPARE(
            change->effects[0].sentence, std::string("The device “nas” is called “attic-nas” from now on."));
        QCOMPARE(engine_->asked["device.rename"][u"name"].toString(), QStringLiteral("attic-nas"));
    }

    void aChangeThatWentBackHasItsOwnStatus()
    {
        engine_->give("device.rename", json::write(renamed(ChangeState::rolled_back)));
        QCOMPARE(run("device rename nas attic-nas").status, 4);
    }

    void aRefusalIsToldWithItsRemedy()
    {
        engine_->give("device.rename", failure(ErrorCode::device_missing, {{"device", "nas"}}));
        const Ran ran = run("device rename nas x --json");
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.output, QByteArray());
        QCOMPARE(ran.errors,
            QByteArray("error: There is no device “nas”. See “freeholdctl device list” for the devices that "
                       "there are.\n"));
    }

    void withoutAnEngineTheStatusIsThree()
    {
        engine_.reset();
        const Ran ran = run("status");
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.errors.startsWith("error: Freehold's engine is not running on this machine. "));
    }

    void anEngineThatDiesMidCallIsToldOnce()
    {
        QProcess process;
        start(process, QStringLiteral(PROGRAM), {QStringLiteral("status")});
        QTRY_COMPARE(engine_->requests.size(), 1U);
        engine_->hangUp();
        const Ran ran = finish(process);
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.errors.count("error:"), 1);
    }

    void withAtAnotherMemberAnswers()
    {
        engine_->give("member.reach", json::write(ReachedMember{"id", "nas"}));
        engine_->give("device.list", QJsonArray());
        const Ran ran = run("--at nas device list --json");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output, QByteArray("[]\n"));
        QCOMPARE(engine_->asked["member.reach"][u"member"].toString(), QStringLiteral("nas"));
        QCOMPARE(engine_->methods.back(), "device.list");
    }

    void aMemberThatCanNotBeReachedHasStatusThree()
    {
        engine_->give("member.reach", failure(ErrorCode::peer_unreachable, {{"member", "nas"}}));
        const Ran ran = run("--at nas device list");
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.errors.startsWith("error: “nas” can't be reached. "));
        QVERIFY(!engine_->asked.contains("device.list"));
    }

    void whoCanNotBeReachedByACallIsARefusal()
    {
        engine_->give("pair.with", failure(ErrorCode::peer_unreachable, {{"address", "nas.local"}}));
        const Ran ran = run("pair with nas.local");
        QCOMPARE(ran.status, 1);
        QVERIFY(ran.errors.startsWith("error: “nas.local” can't be reached. "));
    }

    void whatIsNoMachineOfTheHouseIsARefusal()
    {
        engine_->give(
            "member.reach", failure(ErrorCode::device_no_member, {{"device", "lamp"}, {"wanted", "reach"}}));
        const Ran ran = run("--at lamp status");
        QCOMPARE(ran.status, 1);
        QVERIFY(ran.errors.startsWith("error: No machine of the house is called “lamp”. "));
    }

    void aMemberThatDiesMidCallIsToldOnceAndByName()
    {
        engine_->give("member.reach", json::write(ReachedMember{"id", "nas"}));
        QProcess process;
        start(process, QStringLiteral(PROGRAM),
            {QStringLiteral("--at"), QStringLiteral("nas"), QStringLiteral("status")});
        QTRY_COMPARE(engine_->requests.size(), 1U);
        engine_->hangUp();
        const Ran ran = finish(process);
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.errors.count("error:"), 1);
        QVERIFY(ran.errors.contains("“nas” can't be reached"));
    }

    void germanIsSpokenWhereTheLocaleIsGerman()
    {
        engine_.reset();
        QProcess process;
        start(process, QStringLiteral(PROGRAM), {QStringLiteral("status")}, "de_DE.UTF-8");
        const Ran ran = finish(process);
        QVERIFY2(ran.errors.startsWith("error: Der Dienst von Freehold läuft"), ran.errors.constData());
    }

    void wrongUsageHasStatusTwo()
    {
        const Ran ran = run("device rename");
        QCOMPARE(ran.status, 2);
        QCOMPARE(
            ran.errors, QByteArray("error: DEVICE is missing. See “freeholdctl device rename --help”.\n"));
        QCOMPARE(run("--help").status, 0);
        QVERIFY(run("--version").output.startsWith("freeholdctl "));
    }

    void documentsAreReadFromFilesAndInput()
    {
        QFile file(path("a.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name = \"Küche\"\n");
        file.close();
        engine_->give("config.apply", json::write(renamed(ChangeState::trial)));
        const Ran ran = run("config apply devices/a.toml=a.toml house.toml=- --trial 60", "x = 1\n");
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.output.contains("freeholdctl change confirm"));
        const auto apply = json::read<ConfigApply>(engine_->asked["config.apply"], {});
        QVERIFY(apply);
        QCOMPARE(apply->documents[0].content, std::string("name = \"Küche\"\n"));
        QCOMPARE(apply->documents[1].content, std::string("x = 1\n"));
        QCOMPARE(apply->trial, std::optional<std::int64_t>(60));
        QVERIFY(apply->wait);
    }

    void explainingAsksWithTheDocumentsAlone()
    {
        Explanation explanation;
        explanation.effects = renamed(ChangeState::kept).effects;
        engine_->give("config.explain", json::write(explanation));
        const Ran ran = run("config apply house.toml=- --explain --reason x --json", "x = 1\n");
        QCOMPARE(ran.status, 0);
        QVERIFY(json::read<ConfigExplain>(engine_->asked["config.explain"], {}));
        QVERIFY(!engine_->asked.contains("config.apply"));
        QVERIFY(ran.output.contains("from now on"));
    }

    void whatCannotBeADocumentIsRefusedHere()
    {
        const Ran big = run("config apply house.toml=-", QByteArray(10 * 1024 * 1024 + 1, '#'));
        QCOMPARE(big.status, 1);
        QCOMPARE(big.errors,
            QByteArray("error: house.toml: “house.toml” is too large. Keep it under 262144 bytes.\n"));
        const Ran binary = run("config apply house.toml=-", QByteArray("\xff\xfe"));
        QCOMPARE(binary.status, 1);
        QCOMPARE(binary.errors,
            QByteArray("error: house.toml: The text is not valid UTF-8. Save it as UTF-8, "
                       "then try again.\n"));
        const Ran missing = run("config apply house.toml=nowhere.toml");
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.errors.contains("nowhere.toml"));
        QVERIFY(engine_->asked.empty());
    }

    void aDocumentIsPrintedExactly()
    {
        engine_->give("config.get", json::write(DocumentContent{"house.toml", "# x\n\tname=\"é\"  \n"}));
        QCOMPARE(run("config get house.toml").output, QByteArray("# x\n\tname=\"é\"  \n"));
    }

    void secretsComeThroughADescriptor()
    {
        engine_->give("vault.unlock", json::write(VaultState{false, "passphrase"}));
        const Ran ran = shell(QStringLiteral(PROGRAM " vault unlock --passphrase-fd 7 7<<<'open sesame'"));
        QCOMPARE(ran.status, 0);
        QCOMPARE(engine_->asked["vault.unlock"][u"passphrase"].toString(), QStringLiteral("open sesame"));
        engine_->give("vault.unlock", failure(ErrorCode::passphrase_missing));
        const Ran none = shell(QStringLiteral("setsid -w " PROGRAM " vault unlock < /dev/null"));
        QCOMPARE(none.status, 2);
        QVERIFY(none.errors.contains("--passphrase-fd"));
    }

    void aVaultThatAKeyStoreSealsIsUnlockedWithoutAPassphrase()
    {
        engine_->give("vault.unlock", json::write(VaultState{false, "key-store"}));
        const Ran ran = shell(QStringLiteral("setsid -w " PROGRAM " vault unlock < /dev/null"));
        QCOMPARE(ran.status, 0);
        QVERIFY(!engine_->asked["vault.unlock"][u"passphrase"].isString());
    }

    void aTerminalShowsAgainWhatIsTypedWhenAskingIsInterrupted()
    {
        engine_->give("vault.unlock", failure(ErrorCode::passphrase_missing));
        int master = -1;
        int terminal = -1;
        QCOMPARE(::openpty(&master, &terminal, nullptr, nullptr, nullptr), 0);
        const auto shows = [&] {
            termios state{};
            return ::tcgetattr(terminal, &state) == 0 && (state.c_lflag & ECHO) != 0;
        };
        QVERIFY(shows());
        QProcess process;
        process.setChildProcessModifier([terminal] {
            ::setsid();
            ::ioctl(terminal, TIOCSCTTY, 0);
        });
        start(process, QStringLiteral(PROGRAM), {QStringLiteral("vault"), QStringLiteral("unlock")});
        QTRY_VERIFY(!shows());
        QCOMPARE(::write(master, "\x03", 1), 1); // Ctrl+C
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGINT);
        QVERIFY(shows());
        ::close(terminal);
        ::close(master);
    }

    void theRootIsWrittenOnceAndForItsOwnerAlone()
    {
        engine_->give("house.export-root", json::write(SealedRoot{"sealed text\n"}));
        const auto script = QStringLiteral(PROGRAM " house export-root root.key --passphrase-fd 7 7<<<x");
        QCOMPARE(shell(script).status, 0);
        QFile file(path("root.key"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("sealed text\n"));
        QCOMPARE(file.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        QCOMPARE(engine_->asked["house.export-root"][u"file"].toString(), QString());
        const Ran again = shell(script);
        QCOMPARE(again.status, 1);
        QVERIFY(again.errors.contains("root.key"));
    }

    void watchingPrintsALineEachUntilInterrupted()
    {
        QProcess process;
        start(process, QStringLiteral(PROGRAM), {QStringLiteral("watch")});
        QTRY_VERIFY(engine_->asked.contains("watch"));
        engine_->say(encode(NotificationMessage{"status.changed", {}}));
        engine_->say(encode(NotificationMessage{
            "change.changed", json::write(ChangeChanged{renamed(ChangeState::kept)}).toObject()}));
        QByteArray output;
        const auto lines = [&] {
            output += process.readAllStandardOutput();
            return output.count('\n');
        };
        QTRY_COMPARE(lines(), 2);
        QVERIFY(output.contains("from now on"));
        for (const QByteArray &line : output.trimmed().split('\n'))
            QVERIFY(QJsonDocument::fromJson(line).isObject());
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Ran ran = finish(process);
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.errors, QByteArray());
    }

    void watchingEndsWithItsEngine()
    {
        QProcess process;
        start(process, QStringLiteral(PROGRAM), {QStringLiteral("watch")});
        QTRY_VERIFY(engine_->asked.contains("watch"));
        engine_->hangUp();
        const Ran ran = finish(process);
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.errors.count("error:"), 1);
    }

    void bashCompletesWordsOptionsChoicesAndFiles_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("offers");
        const auto row = [](const char *words, const char *offers) {
            QTest::newRow(words) << QString::fromUtf8(words) << QByteArray(offers);
        };
        row("dev", "device");
        row("device re", "rename\nreplace");
        row("device set-kind nas pri", "printer");
        row("--socket x device set-kind nas pri", "printer");
        row("person add Ana --role gu", "guest");
        row("config apply --tr", "--trial");
        row("config apply house.toml = here.to", "here.toml");
        row("status --js", "--json");
    }
    void bashCompletesWordsOptionsChoicesAndFiles()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, offers);
        QVERIFY(QFile(path("here.toml")).open(QIODevice::WriteOnly));
        const Ran ran = shell(QStringLiteral("source " PAGES "/freeholdctl; COMP_WORDS=(freeholdctl %1); "
                                             "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _freeholdctl; "
                                             "printf '%s\\n' \"${COMPREPLY[@]}\"")
                .arg(words));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output.trimmed(), offers);
    }

    void zshCompletesWordsOptionsAndFiles_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("becomes");
        const auto row = [](const char *line, const char *becomes) {
            QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(becomes);
        };
        row("freeholdctl device renam", "freeholdctl device rename ");
        row("freeholdctl person add Ana --birth", "freeholdctl person add Ana --birth-year=");
        row("freeholdctl device set-kind nas prin", "freeholdctl device set-kind nas printer ");
        row("freeholdctl config apply house.toml=here.to", "freeholdctl config apply house.toml=here.toml ");
    }
    void zshCompletesWordsOptionsAndFiles()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, becomes);
        QCOMPARE(shell(QStringLiteral("zsh -n " PAGES "/_freeholdctl")).status, 0);
        QVERIFY(QFile(path("here.toml")).open(QIODevice::WriteOnly));
        const Ran ran = shell(QStringLiteral("zsh -f " TESTS "/complete.zsh " PAGES " '%1'").arg(line));
        QCOMPARE(ran.output, becomes + '\n');
    }

    void fishCompletesWordsOptionsAndFiles_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("offers");
        const auto row = [](const char *line, const char *offers) {
            QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(offers);
        };
        row("freeholdctl device renam", "rename");
        row("freeholdctl person add Ana --birth", "--birth-year");
        row("freeholdctl device set-kind nas prin", "printer");
        row("freeholdctl config apply house.toml=here.to", "house.toml=here.toml");
    }
    void fishCompletesWordsOptionsAndFiles()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, offers);
        QCOMPARE(shell(QStringLiteral("fish --no-execute " PAGES "/freeholdctl.fish")).status, 0);
        QVERIFY(QFile(path("here.toml")).open(QIODevice::WriteOnly));
        const Ran ran = shell(QStringLiteral(
            "fish --no-config --command 'source " PAGES "/freeholdctl.fish; complete --do-complete=\"%1\"'")
                .arg(line));
        // Each with its description after a tab.
        QCOMPARE(ran.output.trimmed().split('\t').first(), offers);
        QCOMPARE(ran.output.count('\n'), 1);
    }

    void manPagesHaveNoWarnings_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("freeholdctl") << QStringLiteral(PAGES "/freeholdctl.1");
        QTest::newRow("freeholdd") << QStringLiteral(MAN_PAGES "/freeholdd.1");
        QTest::newRow("freehold") << QStringLiteral(MAN_PAGES "/freehold.1");
    }
    void manPagesHaveNoWarnings()
    {
        QFETCH(QString, page);
        const Ran ran = shell(QStringLiteral("groff -man -ww -Kutf8 -Tutf8 -z %1").arg(page));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.errors, QByteArray());
    }

    void theReferencePageHasEveryCall()
    {
        QFile file(QStringLiteral(PAGES "/api.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        AllCalls::forEach(
            [&]<class Type>() { QVERIFY(text.contains(std::format("### `{}`", Type::info.method))); });
        QVERIFY(text.contains("### Change\n"));
    }
};

QTEST_GUILESS_MAIN(FreeholdctlTest)
#include "freeholdctl_test.moc"
