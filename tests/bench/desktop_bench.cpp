// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop app on a virtual screen with software rendering: from its start to a window with real data.
#include "bench/screen.h"
#include "bench/workbench.h"

#include <QStandardPaths>
#include <QTest>

namespace freehold::bench {

using testing::Command;
using testing::Program;

namespace {

constexpr double megabyte = 1e6;
constexpr int starts = 7;

struct Starts {
    std::vector<double> milliseconds;
    std::vector<double> megabytes;
};

Result<Starts> watchStarts(
    const Screen &screen, const Command &command, const std::string &program, int count)
{
    Starts all;
    for (int start = 0; start < count; ++start) {
        const auto drawn = TRY(screen.watch(command, program));
        all.milliseconds.push_back(drawn.milliseconds);
        all.megabytes.push_back(static_cast<double>(drawn.residentBytes) / megabyte);
    }
    return all;
}

} // namespace

Result<Measurements> benchDesktop(Workbench &bench)
{
    constexpr double timeReach = 600;
    constexpr double memoryReach = 180;
    if (!std::filesystem::exists(DESKTOP))
        return because("the desktop app is not built");
    const auto house = TRY(bench.grownHouse());
    const auto folder = bench.folder() / "desktop";
    const auto screen = TRY(Screen::open(folder));
    const auto socket = (folder / "s").string();
    const auto engine = TRY(Program::start(
        {ENGINE, "--data", house.string(), "--socket", socket, "--name", "study", "--log", "info"}));
    if (!engine->waitForLine("ready"))
        return because("the engine did not start");
    const auto bus = TRY(Program::start({"dbus-daemon", "--session", "--nofork", "--print-address=1"}));
    if (!bus->waitForLine("unix:"))
        return because("no session bus");

    const Command environment{"env", "DISPLAY=" + screen->display(), "HOME=" + folder.string(),
        "XDG_RUNTIME_DIR=" + folder.string(), "DBUS_SESSION_BUS_ADDRESS=" + bus->lines().front(),
        "FREEHOLD_SOCKET=" + socket, "QT_QPA_PLATFORM=xcb", "QT_QUICK_BACKEND=software"};
    const auto in = [&](const std::string &program) {
        Command command = environment;
        command.push_back(program);
        return command;
    };
    say("Starting the desktop app");
    const Starts ours = TRY(watchStarts(*screen, in(DESKTOP), "freehold", starts));
    std::optional<Peer> time;
    std::optional<Peer> memory;
    constexpr auto peer = "kdeconnect-app";
    if (QStandardPaths::findExecutable(QString::fromLatin1(peer)).isEmpty()) {
        say("peer not available: kdeconnect-app");
    } else if (const auto theirs = watchStarts(*screen, in(peer), peer, starts); !theirs) {
        say("peer not available: kdeconnect-app draws nothing here");
    } else {
        time = Peer{peer, median(theirs->milliseconds)};
        memory = Peer{peer, median(theirs->megabytes)};
    }
    return Measurements{
        {"desktop-start", "from its start to a window with the house's data, drawn in software", "ms",
            median(ours.milliseconds), time, timeReach, starts},
        {"desktop-memory", "its resident memory then", "MB", median(ours.megabytes), memory, memoryReach,
            starts},
    };
}

} // namespace freehold::bench
