// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/generic_text.h"
#include "cli/help.h"
#include "cli/render.h"
#include "cli/session.h"
#include "contract/calls.h"

#include <QTest>

using namespace freehold;
using namespace freehold::cli;

namespace {

std::vector<std::string> wordsOf(const char *line)
{
    std::vector<std::string> words;
    for (const QString &word : QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

/// Words that give every parameter of a command something to take.
std::vector<std::string> fullLine(const Command &command)
{
    std::vector<std::string> words = command.words;
    for (const Parameter &parameter : command.parameters) {
        if (!parameter.option().empty())
            words.push_back(parameter.option());
        if (!parameter.takesValue())
            continue;
        if (parameter.given == Given::files)
            words.push_back("house.toml=-");
        else if (parameter.form == ValueForm::choice)
            words.push_back(parameter.choices.front());
        else if (parameter.form == ValueForm::number || parameter.isSecret())
            words.push_back("7");
        else
            words.push_back("some-" + parameter.field);
    }
    return words;
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private:
    std::vector<Command> commands_ = allCommands();

    std::string refusal(const char *line)
    {
        const auto parsed = parse(commands_, wordsOf(line));
        return parsed ? std::string() : parsed.error().happened;
    }

private Q_SLOTS:
    void everyCallHasACommandThatReachesIt()
    {
        contract::AllCalls::forEach([&]<class Type>() {
            bool isBetweenPrograms = false;
            forEachField<Type>([&](const auto &field) {
                isBetweenPrograms = isBetweenPrograms || field.given == Given::internal;
            });
            if (isBetweenPrograms)
                return;
            const auto found = std::ranges::find(commands_, Type::info.method, &Command::method);
            QVERIFY2(found != commands_.end(), Type::info.method.data());
            auto parsed = parse(commands_, fullLine(*found));
            QVERIFY2(parsed, parsed ? "" : parsed.error().happened.c_str());
            QCOMPARE(parsed->command->method, std::string(Type::info.method));
            for (const Parameter &parameter : found->parameters) {
                const QString field = json::toQString(parameter.field);
                if (parameter.given == Given::files)
                    parsed->parameters[field] = QJsonArray();
                else if (parameter.isSecret())
                    parsed->parameters[field] = QString();
            }
            const auto typed = json::read<Type>(parsed->parameters, {});
            QVERIFY2(typed, Type::info.method.data());
        });
    }

    void callsBetweenProgramsAreNoCommands()
    {
        QVERIFY(!std::ranges::contains(commands_, std::string("hello"), &Command::method));
        QCOMPARE(refusal("hello"), std::string("There is no command “hello”"));
    }

    void helpNamesEveryParameterOfEveryCommand()
    {
        for (const Command &command : commands_) {
            const std::string help = helpText(commands_, command.words);
            QVERIFY(help.contains(command.help));
            for (const Parameter &parameter : command.parameters) {
                QVERIFY2(help.contains(parameter.help), parameter.help.c_str());
                QVERIFY(!parameter.help.empty());
                QVERIFY(
                    help.contains(parameter.option().empty() ? parameter.placeholder() : parameter.option()));
            }
        }
        const std::string all = helpText(commands_, {});
        for (const Command &command : commands_)
            QVERIFY(all.contains(command.name()));
    }

    void anUnknownOptionIsRefusedEverywhere()
    {
        for (const Command &command : commands_) {
            auto words = fullLine(command);
            words.push_back("--nonsense");
            QVERIFY2(!parse(commands_, words), command.method.c_str());
        }
    }

    void aMissingWordIsNamed()
    {
        for (const Command &command : commands_) {
            for (const Parameter &parameter : command.parameters) {
                if (!parameter.required)
                    continue;
                const auto parsed = parse(commands_, command.words);
                QVERIFY(!parsed);
                QVERIFY(parsed.error().happened.contains("is missing"));
                QVERIFY(parsed.error().remedy.contains(command.name() + " --help"));
                break;
            }
        }
    }

    void wrongUsageSaysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(says);
        };
        row("", "No command was given");
        row("device", "“device” is only the beginning of a command");
        row("device dance", "There is no command “device dance”");
        row("device show a b", "“b” is one word too many");
        row("device set-kind a cat", "KIND can't be “cat”");
        row("change list --limit many", "--limit needs a whole number, not “many”");
        row("change list --limit", "The option “--limit” needs a value");
        row("config apply house.toml", "“house.toml” is not of the form DOCUMENT=FILE");
        row("config apply a=- b=-", "Standard input can be only one of the documents");
        row("config apply a=b --no-wait=yes", "The option “--no-wait” takes no value");
        row("vault unlock --passphrase-fd x", "“--passphrase-fd” needs the number of an open file");
        row("vault unlock secret", "“secret” is one word too many");
        row("status --trial 5", "There is no option “--trial” here");
    }
    void wrongUsageSaysWhatIsWrong()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, says);
        const std::string refused = refusal(line.constData());
        QVERIFY2(refused.starts_with(says.toStdString()), refused.c_str());
    }

    void optionsMayStandAnywhereAndEndAtTwoHyphens()
    {
        const auto early = parse(commands_, wordsOf("--json change list --limit=3 --before x"));
        QVERIFY(early && early->json);
        QCOMPARE(early->parameters[u"limit"].toInteger(), 3);
        const auto odd = parse(commands_, wordsOf("device rename -- --json -x"));
        QVERIFY(odd && !odd->json);
        QCOMPARE(odd->parameters[u"device"].toString(), QStringLiteral("--json"));
        QCOMPARE(odd->parameters[u"name"].toString(), QStringLiteral("-x"));
    }

    void anotherMemberIsNamedWithAtAnywhere()
    {
        for (const char *line : {"--at nas device list", "device list --at=nas"}) {
            const auto parsed = parse(commands_, wordsOf(line));
            QVERIFY2(parsed && parsed->member == "nas", line);
            QCOMPARE(parsed->parameters, QJsonObject());
        }
        QVERIFY(refusal("device list --at=").contains("--at"));
    }

    void waitingIsTheRuleAndNoWaitTheException()
    {
        QCOMPARE(parse(commands_, wordsOf("config apply a=b"))->parameters[u"wait"].toBool(), true);
        QCOMPARE(
            parse(commands_, wordsOf("config apply a=b --no-wait"))->parameters[u"wait"].toBool(true), false);
    }

    void helpIsFoundAtEveryLevel()
    {
        for (const char *line : {"--help", "device --help", "device rename --help", "--help device"}) {
            const auto parsed = parse(commands_, wordsOf(line));
            QVERIFY2(parsed && parsed->wish == Invocation::Wish::help, line);
        }
        QVERIFY(helpText(commands_, wordsOf("device")).contains("device rename"));
        QVERIFY(!helpText(commands_, wordsOf("device")).contains("person add"));
    }

    void namesCannotSteerTheTerminal()
    {
        TextTable table;
        table.add({"a\x1b[2Jb\n", "日本", "x"});
        table.add({"abcdef", "e\u0301", "x"});
        const QString text = QString::fromStdString(table.text());
        QVERIFY(!text.contains(QChar(0x1b)));
        QCOMPARE(text.count(u'\n'), 2);
    }

    void everyResultHasAFormForPeople()
    {
        const auto shows = [](const std::string &text, const char *part) {
            if (!text.contains(part))
                qWarning("%s", text.c_str());
            return text.contains(part);
        };
        contract::Status status;
        status.engine = {"0.1.0", 3720, "/data", "ana-laptop", {}, 0};
        status.house = contract::HouseName{"id", "Smith", "smith.example"};
        status.vault = {false, "passphrase"};
        status.devices = {3, 9};
        status.trials = {{"abc", Time(), contract::Evidence::confirmation}};
        QVERIFY(shows(render(status), "Smith (smith.example)"));
        QVERIFY(shows(render(status), "running for 1 h 2 min"));
        QVERIFY(shows(render(status), "open (sealed by: a passphrase)"));
        QVERIFY(shows(render(status), "3 online of 9 known"));
        QVERIFY(shows(render(status), "goes back unless it is confirmed"));

        contract::Device device;
        device.id = "d1";
        device.name = "nas";
        device.kind = contract::DeviceKind::storage;
        device.services = {{"_ipp._tcp", "Brother", 631, {{"rp", "x"}}}};
        QVERIFY(shows(renderFor(std::type_identity<contract::DeviceList>(), {device}), "the whole house"));
        QVERIFY(shows(renderFor(std::type_identity<contract::DeviceShow>(), {device}), "Shared printer"));

        contract::Explanation explanation;
        explanation.errors = {{"house.toml", "name", 3, ErrorCode::key_missing, {}, "It is so", "Do it"}};
        QVERIFY(shows(render(explanation), "house.toml:3: It is so. Do it."));
        QVERIFY(shows(genericText(contract::House{"i", "Smith", "", "UTC", {{"m", "nas"}}}), "members:"));
        QVERIFY(shows(genericText(std::vector<contract::Person>(1)), "birth year"));
    }

    void errorsAreTwoSentencesAndALineForEachProblem()
    {
        QCOMPARE(errorText({ErrorCode::passphrase_wrong, {}, {}}),
            std::string("error: The passphrase is wrong. Type it again.\n"));
        const Problem first{"house.toml", "name", 2, ErrorCode::key_missing, {}};
        const Problem second{"house.toml", "id", 0, ErrorCode::key_missing, {}};
        QCOMPARE(errorText({ErrorCode::documents_invalid, {}, {first}}),
            std::string("error: house.toml:2: “name” is missing. Add it.\n"));
        QVERIFY(errorText({ErrorCode::documents_invalid, {}, {first, second}})
                .contains("\n  house.toml: “id” is missing. Add it.\n"));
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
