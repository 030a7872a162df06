// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a whole program: its start in the grown house, and what it takes when nothing happens.
#include "bench/process.h"
#include "bench/workbench.h"
#include "network/home.h"

#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <format>

namespace freehold::bench {

using testing::Command;
using testing::Home;
using testing::Program;

namespace {

constexpr double megabyte = 1e6;

Command engineCommand(const std::filesystem::path &data, const std::filesystem::path &socket)
{
    return {ENGINE, "--data", data.string(), "--socket", socket.string(), "--name", "study"};
}

bool waitForFile(const Program &program, const std::filesystem::path &path)
{
    constexpr unsigned long pollMicroseconds = 200;
    const auto until = std::chrono::steady_clock::now() + testing::patience;
    while (!std::filesystem::exists(path)) {
        if (!program.isRunning() || std::chrono::steady_clock::now() > until)
            return false;
        QThread::usleep(pollMicroseconds);
    }
    return true;
}

/// A program that has come to rest on a host of its own with nobody else on its network, and what it
/// took while nothing happened.
struct Rest {
    double privateMegabytes = 0;
    double wakeUpsPerSecond = 0;
    double writtenBytes = 0;
    std::set<std::string> libraries;
};

constexpr int settling = 20'000;
constexpr int watching = 20'000;

Rest watchAtRest(const ProcessTree &process)
{
    QTest::qWait(settling);
    const auto wakeUps = process.wakeUps();
    const auto written = process.writtenBytes();
    QTest::qWait(watching);
    Rest rest;
    rest.wakeUpsPerSecond = static_cast<double>(process.wakeUps() - wakeUps) / (watching / 1e3);
    rest.writtenBytes = static_cast<double>(process.writtenBytes() - written);
    rest.privateMegabytes = static_cast<double>(process.privateBytes()) / megabyte;
    rest.libraries = process.libraries();
    return rest;
}

/// A peer from Debian, where it is installed.
std::optional<Rest> peerAtRest(const testing::Host &host, const std::string &program, const Command &command)
{
    if (QStandardPaths::findExecutable(QString::fromStdString(command.back())).isEmpty()
        && QStandardPaths::findExecutable(QString::fromStdString(program)).isEmpty()) {
        say("peer not available: " + program);
        return std::nullopt;
    }
    say("Watching " + program + " at rest");
    const auto started = host.start(command);
    if (!started)
        return std::nullopt;
    ProcessTree found(0);
    const ProcessTree root((*started)->pid());
    if (!QTest::qWaitFor([&] { return (found = root.named(program)).exists(); },
            std::chrono::duration_cast<std::chrono::milliseconds>(testing::patience).count())) {
        say("peer not available: " + program + " does not run here");
        return std::nullopt;
    }
    const Rest rest = watchAtRest(found);
    return rest.privateMegabytes > 0 ? std::optional(rest) : std::nullopt;
}

} // namespace

Result<Measurements> benchStart(Workbench &bench)
{
    constexpr int starts = 15;
    constexpr double reach = 250;
    const auto house = TRY(bench.grownHouse());
    const auto socket = bench.folder() / "s";
    say("Starting the engine");
    std::vector<double> took;
    for (int count = 0; count < starts; ++count) {
        std::unique_ptr<Program> engine;
        bool ready = false;
        took.push_back(timed([&] {
            if (auto started = Program::start(engineCommand(house, socket))) {
                engine = std::move(*started);
                ready = waitForFile(*engine, socket);
            }
        }));
        if (!ready)
            return because("the engine did not start");
        engine->terminate();
    }
    return Measurements{{"start", "the engine from its start until its socket has its name, in that house",
        "ms", median(took), std::nullopt, reach, starts}};
}

Result<Measurements> benchRest(Workbench &bench)
{
    constexpr double memoryReach = 8;
    constexpr double wakeUpsReach = 2;
    const auto house = TRY(bench.grownHouse());
    const auto home = TRY(Home::create({"alone"}));
    const testing::Host &host = home->host(0);

    say("Watching the engine at rest");
    const auto engine = TRY(host.start(engineCommand(house, bench.folder() / "s")));
    const auto empty = TRY(host.start({Workbench::program("empty_program")}));
    if (!empty->waitForLine("ready") || !waitForFile(*engine, bench.folder() / "s"))
        return because("the engine or the empty program did not start");
    const Rest ours = watchAtRest(ProcessTree(engine->pid()));
    const ProcessTree emptyTree(empty->pid());
    const double emptyMemory = static_cast<double>(emptyTree.privateBytes()) / megabyte;
    const auto loaded = emptyTree.libraries();
    for (const auto &library : ours.libraries) {
        if (!loaded.contains(library))
            return because("the empty program has not loaded " + library);
    }
    engine->terminate();
    empty->kill();

    const std::string scratch = (bench.folder() / "peers").string();
    const auto kdeconnect = peerAtRest(host, "kdeconnectd",
        {"env", "HOME=" + scratch, "QT_QPA_PLATFORM=offscreen", "dbus-run-session", "--", "kdeconnectd"});
    const auto syncthing = peerAtRest(host, "syncthing",
        {"env", "HOME=" + scratch, "syncthing", "serve", "--no-browser", "--home=" + scratch});
    const auto peer = [](const char *name, const std::optional<Rest> &rest, double Rest::*number) {
        return rest ? std::optional(Peer{name, (*rest).*number}) : std::nullopt;
    };
    const auto peerValue = [](const std::optional<Rest> &rest, double otherwise) {
        return rest ? rest->privateMegabytes : otherwise;
    };
    const auto memory = &Rest::privateMegabytes;
    const auto wakeUps = &Rest::wakeUpsPerSecond;
    Measurements rows{
        {"rest-memory",
            "private memory over an empty program with the same libraries, in that house, on a silent "
            "network",
            "MB", ours.privateMegabytes - emptyMemory, Peer{"the empty program", emptyMemory}, memoryReach,
            1},
        {"rest-memory-kdeconnect", "all private memory", "MB", ours.privateMegabytes,
            peer("kdeconnectd", kdeconnect, memory), peerValue(kdeconnect, emptyMemory + memoryReach), 1},
        {"rest-memory-syncthing", "all private memory", "MB", ours.privateMegabytes,
            peer("syncthing", syncthing, memory), peerValue(syncthing, emptyMemory + memoryReach), 1},
        {"rest-wakeups", "how often a processor was taken, a second", "1/s", ours.wakeUpsPerSecond,
            peer("kdeconnectd", kdeconnect, wakeUps), wakeUpsReach, 1},
        {"rest-wakeups-syncthing", "how often a processor was taken, a second", "1/s", ours.wakeUpsPerSecond,
            peer("syncthing", syncthing, wakeUps), wakeUpsReach, 1},
        {"rest-writes", std::format("bytes written to disks in {} s", watching / 1000), "B",
            ours.writtenBytes, peer("syncthing", syncthing, &Rest::writtenBytes), 0, 1},
    };
    return rows;
}

} // namespace freehold::bench
