// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"
#include "desktop/frame/single_window.h"
#include "desktop/frame/window.h"
#include "desktop/settings/reduced_motion.h"
#include "desktop/tray/news.h"
#include "desktop/tray/tray.h"
#include "support/process_memory.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace freehold;

    leaveNoCoreDump(); // a passphrase may be typed into it
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("freehold"));
    QApplication::setApplicationName(QStringLiteral("freehold"));
    QApplication::setApplicationDisplayName(QStringLiteral("Freehold"));
    QApplication::setApplicationVersion(QStringLiteral(FREEHOLD_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.freehold.Freehold"));
    QApplication::setQuitOnLastWindowClosed(false);

    QCommandLineParser parser;
    const QCommandLineOption hidden(QStringLiteral("hidden"), QStringLiteral("Start in the tray."));
    parser.addOption(hidden);
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(QApplication::arguments())) {
        std::fprintf(stderr, "error: %s See freehold --help.\n", qUtf8Printable(parser.errorText()));
        constexpr int wrongUsage = 2;
        return wrongUsage;
    }
    parser.process(application);

    const auto places = desktop::enginePlaces();
    desktop::SingleWindow single(places.chosen);
    if (!single.acquire(parser.isSet(hidden)))
        return 0;

    const SystemClock clock;
    api::Client client(api::engineSockets());
    desktop::Desktop freehold(client, clock, places);
    desktop::Window window(freehold);
    const auto notifier = desktop::desktopNotifier();
    const desktop::News news(freehold.data(), *freehold.home(), *freehold.preferences(), *notifier);
    desktop::Tray tray(freehold.data(), *freehold.home(), *freehold.trials(), *freehold.frame());
    const desktop::ReducedMotion motion;

    QObject::connect(&single, &desktop::SingleWindow::raiseAsked, &window, &desktop::Window::open);
    QObject::connect(&tray, &desktop::Tray::openAsked, &window, &desktop::Window::open);
    QObject::connect(freehold.frame(), &desktop::FrameView::quitAsked, &application, &QApplication::quit);
    QObject::connect(&motion, &desktop::ReducedMotion::changed, freehold.preferences(),
        &desktop::Preferences::setReducedMotion);
    const auto showDevice = [&](const QString &device) {
        if (!device.isEmpty())
            freehold.showDevice(device);
        window.open();
    };
    QObject::connect(&tray, &desktop::Tray::deviceAsked, &window, showDevice);
    QObject::connect(notifier.get(), &desktop::Notifier::pressed, &window, showDevice);

    client.start();
    if (!parser.isSet(hidden))
        window.open();
    return QApplication::exec();
}
