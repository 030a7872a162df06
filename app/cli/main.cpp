// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"
#include "cli/phrases.h"
#include "cli/session.h"
#include "support/secret.h"
#include "words/words.h"

#include <cstdio>

using namespace freehold;
using namespace freehold::cli;

namespace {

std::vector<std::string> wordsOf(const QStringList &arguments)
{
    std::vector<std::string> words;
    for (const QString &argument : arguments.sliced(1))
        words.push_back(argument.toStdString());
    return words;
}

/// Scripts read standard error: what Qt has to say to its developers, as of the locale, stays out of it.
void keepQtSilent(QtMsgType, const QMessageLogContext &, const QString &) { }

} // namespace

int main(int argc, char **argv)
{
    protectProcessMemory(); // a passphrase may be typed into it
    qInstallMessageHandler(keepQtSilent);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(FREEHOLD_VERSION));
    const auto translator = words::translatorFor(QLocale());
    QCoreApplication::installTranslator(translator.get());

    const std::vector<Command> commands = allCommands();
    auto invocation = parse(commands, wordsOf(QCoreApplication::arguments()));
    if (!invocation) {
        std::fprintf(stderr, "error: %s. %s.\n", invocation.error().happened.c_str(),
            invocation.error().remedy.c_str());
        return static_cast<int>(ExitStatus::wrong_usage);
    }
    switch (invocation->wish) {
    case Invocation::Wish::help:
        std::fputs(helpText(commands, invocation->words).c_str(), stdout);
        return 0;
    case Invocation::Wish::version:
        std::puts("freeholdctl " FREEHOLD_VERSION);
        return 0;
    case Invocation::Wish::run:
        break;
    }

    Session session(std::move(*invocation));
    QObject::connect(&session, &Session::finished, &application,
        [](ExitStatus status) { QCoreApplication::exit(static_cast<int>(status)); });
    QTimer::singleShot(0, &session, &Session::start);
    return QCoreApplication::exec();
}
