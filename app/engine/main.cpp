// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "host.h"
#include "service_manager.h"
#include "signals.h"
#include "support/secret.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QtCrypto>

#include <cstdio>

namespace {

enum ExitStatus { done = 0, failed = 1, wrongUsage = 2 };

int tell(const std::string &happened, const std::string &remedy)
{
    std::fprintf(stderr, "error: %s. %s.\n", happened.c_str(), remedy.c_str());
    return failed;
}

int tell(const freehold::Error &error)
{
    const auto told = freehold::words::tell(error);
    return tell(told.happened.toStdString(), told.remedy.toStdString());
}

} // namespace

int main(int argumentCount, char *argumentValues[])
{
    freehold::protectProcessMemory();
    QCoreApplication application(argumentCount, argumentValues);
    QCoreApplication::setApplicationName(QStringLiteral("freeholdd"));
    const auto arguments = freehold::parseEngineArguments(QCoreApplication::arguments().sliced(1));
    if (!arguments) {
        tell(arguments.error(), "See freeholdd --help");
        return wrongUsage;
    }
    if (arguments->wantsHelp || arguments->wantsVersion) {
        std::fputs(arguments->wantsHelp ? freehold::engineHelp().c_str() : "freeholdd " FREEHOLD_VERSION "\n",
            stdout);
        return done;
    }
    freehold::log::setLevel(arguments->level);
    const QCA::Initializer cryptography;
    freehold::EndSignals signals;
    QObject::connect(&signals, &freehold::EndSignals::received, &application, &QCoreApplication::quit);

    freehold::Host host(*arguments);
    QObject::connect(&host, &freehold::Host::ready, &application, [] {
        freehold::log::write(freehold::log::Level::info, "engine", "ready");
        freehold::tellServiceManager("READY=1");
    });
    QObject::connect(&host, &freehold::Host::failed, &application,
        [](const freehold::Error &error) { QCoreApplication::exit(tell(error)); });
    if (auto started = host.start(); !started)
        return tell(started.error());
    const int status = QCoreApplication::exec();
    freehold::tellServiceManager("STOPPING=1");
    return status;
}
