// SPDX-License-Identifier: GPL-3.0-or-later
// The engine when nothing happens, beside an empty program with its libraries and peers from Debian, each on
// a network of its own.
#include "bench/engine_process.h"
#include "bench/process.h"
#include "network/home.h"

#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <format>

namespace freehold::bench {

using testing::Command;
using testing::Home;
using testing::Program;

namespace {

constexpr double megabyte = 1e6;
constexpr int settlingMilliseconds = 20'000;
constexpr int windowMilliseconds = 10'000;
constexpr int windows = 3;

/// A program alone on its network, and what it took while nothing happened.
struct Resting {
    std::unique_ptr<Home> home;
    std::unique_ptr<Program> program;
    ProcessTree processes{0};
    std::vector<double> privateMegabytes;
    std::vector<double> wakeUpsPerSecond;
    double writtenBytes = 0; ///< in all windows: one write is one too many

    void watch();
};

void Resting::watch()
{
    const auto wakeUps = processes.wakeUps();
    const auto written = processes.writtenBytes();
    const double took = timed([] { QTest::qWait(windowMilliseconds); });
    wakeUpsPerSecond.push_back(static_cast<double>(processes.wakeUps() - wakeUps) / (took / 1e3));
    writtenBytes += static_cast<double>(processes.writtenBytes() - written);
    privateMegabytes.push_back(static_cast<double>(processes.privateBytes()) / megabyte);
}

/// `number` tells the networks apart.
Result<Resting> startAlone(int number, const Command &command)
{
    Resting resting;
    resting.home = TRY(Home::create({"alone"}, number));
    resting.program = TRY(resting.home->host(0).start(command));
    resting.processes = ProcessTree(resting.program->pid());
    return resting;
}

/// A peer from Debian, where it is installed and runs.
std::optional<Resting> startPeer(int number, const std::string &program, const Command &command)
{
    const auto unavailable = [&](const std::string &why) {
        say("peer not available: " + program + why);
        return std::nullopt;
    };
    if (QStandardPaths::findExecutable(QString::fromStdString(program)).isEmpty()
        && QStandardPaths::findExecutable(QString::fromStdString(command.back())).isEmpty())
        return unavailable("");
    auto started = startAlone(number, command);
    if (!started)
        return unavailable(" can't be started");
    const ProcessTree launcher = started->processes;
    const auto isThere = [&] { return (started->processes = launcher.named(program)).exists(); };
    const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(testing::patience).count();
    if (!QTest::qWaitFor(isThere, static_cast<int>(patience)))
        return unavailable(" does not run here");
    return std::move(*started);
}

} // namespace

Result<Measurements> benchRest(Workbench &bench)
{
    constexpr double memoryReach = 8;
    constexpr double wakeUpsReach = 2;
    constexpr double writesReach = 0;
    const auto house = TRY(bench.grownHouse());
    const std::string scratch = (bench.folder() / "peers").string();
    std::filesystem::create_directories(scratch);

    say("Watching the engine and its peers at rest");
    Resting ours = TRY(startAlone(0, engineCommand(house, bench.folder() / "s")));
    Resting empty = TRY(startAlone(1, {Workbench::program("empty_program")}));
    auto kdeconnect = startPeer(2, "kdeconnectd",
        {"env", "HOME=" + scratch, "QT_QPA_PLATFORM=offscreen", "dbus-run-session", "--", "kdeconnectd"});
    auto syncthing = startPeer(3, "syncthing",
        {"env", "HOME=" + scratch, "syncthing", "serve", "--no-browser", "--home=" + scratch});
    if (!ours.program->waitForLine("ready") || !empty.program->waitForLine("ready"))
        return because("the engine or the empty program did not start");
    QTest::qWait(settlingMilliseconds);
    for (int window = 0; window < windows; ++window) {
        ours.watch();
        empty.watch();
        if (kdeconnect)
            kdeconnect->watch();
        if (syncthing)
            syncthing->watch();
    }
    const auto loaded = empty.processes.libraries();
    const auto used = ours.processes.libraries();
    // Asked to, so that it leaves no lock in the house that names a host which is no more.
    ours.program->terminate();
    for (const auto &library : used) {
        if (!loaded.contains(library))
            return because("the empty program has not loaded " + library);
    }

    const auto memory = [](const Resting &resting) { return median(resting.privateMegabytes); };
    const auto wakeUps = [](const Resting &resting) { return median(resting.wakeUpsPerSecond); };
    const auto writes = [](const Resting &resting) { return resting.writtenBytes; };
    const auto peer = [](const char *name, const std::optional<Resting> &resting, const auto &number) {
        return resting && number(*resting) >= 0 ? std::optional(Peer{name, number(*resting)}) : std::nullopt;
    };
    const char *emptyName = "the empty program";
    const std::string memoryWhat = "all private memory, in that house, on a silent network";
    const std::string wakeUpsWhat = "how often a processor was taken, a second";
    const std::string writesWhat
        = std::format("bytes written to disks in {} windows of {} s", windows, windowMilliseconds / 1000);
    const double allMemoryReach = memory(empty) + memoryReach;
    return Measurements{
        {"rest-memory",
            "private memory over an empty program with the same libraries, in that house, on a silent "
            "network",
            "MB", memory(ours) - memory(empty), Peer{emptyName, memory(empty)}, memoryReach, windows},
        {"rest-memory-kdeconnect", memoryWhat, "MB", memory(ours), peer("kdeconnectd", kdeconnect, memory),
            allMemoryReach, windows},
        {"rest-memory-syncthing", memoryWhat, "MB", memory(ours), peer("syncthing", syncthing, memory),
            allMemoryReach, windows},
        {"rest-wakeups", wakeUpsWhat, "1/s", wakeUps(ours), Peer{emptyName, wakeUps(empty)}, wakeUpsReach,
            windows},
        {"rest-wakeups-kdeconnect", wakeUpsWhat, "1/s", wakeUps(ours),
            peer("kdeconnectd", kdeconnect, wakeUps), wakeUpsReach, windows},
        {"rest-wakeups-syncthing", wakeUpsWhat, "1/s", wakeUps(ours), peer("syncthing", syncthing, wakeUps),
            wakeUpsReach, windows},
        {"rest-writes", writesWhat, "B", writes(ours), Peer{emptyName, writes(empty)}, writesReach, windows},
        {"rest-writes-kdeconnect", writesWhat, "B", writes(ours), peer("kdeconnectd", kdeconnect, writes),
            writesReach, windows},
        {"rest-writes-syncthing", writesWhat, "B", writes(ours), peer("syncthing", syncthing, writes),
            writesReach, windows},
    };
}

} // namespace freehold::bench
