// SPDX-License-Identifier: GPL-3.0-or-later
// The engine among others on a network: how soon it tells of a service, and what a crowd costs it.
#include "bench/process.h"
#include "bench/workbench.h"
#include "network/home.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <format>

namespace freehold::bench {

using testing::Command;
using testing::Home;
using testing::Host;
using testing::Program;

namespace {

constexpr double megabyte = 1e6;

/// An engine of its own on a host, with an empty data folder.
struct Engine {
    std::string socket;
    std::unique_ptr<Program> program;
};

Result<Engine> startEngine(const Host &host, const std::filesystem::path &folder)
{
    Engine engine{(folder / "s").string(), nullptr};
    std::filesystem::create_directories(folder);
    engine.program = TRY(host.start({ENGINE, "--data", (folder / "data").string(), "--socket", engine.socket,
        "--name", "watcher", "--log", "info"}));
    if (!engine.program->waitForLine("ready"))
        return because("the engine did not start");
    return engine;
}

Command ask(const Engine &engine, Command arguments)
{
    Command command{"env", "FREEHOLD_SOCKET=" + engine.socket, COMMAND_LINE};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

Command stamped(Command command)
{
    command.insert(command.begin(), Workbench::program("stamp_lines"));
    return command;
}

/// When the first line that contains this came, in milliseconds; waits for it.
std::optional<double> cameAt(Program &program, const std::string &containing)
{
    if (!program.waitForLine(containing))
        return std::nullopt;
    for (const std::string &line : program.lines()) {
        if (line.contains(containing))
            return std::strtod(line.c_str(), nullptr) / 1e3;
    }
    return std::nullopt;
}

} // namespace

Result<Measurements> benchAnnounce(Workbench &bench)
{
    constexpr int rounds = 15;
    constexpr double later = 100;
    constexpr int pause = 2'000; // until the goodbye is through, and the type gone with its only service
    const auto home = TRY(Home::create({"printer", "watcher"}));
    for (std::size_t index : {0U, 1U}) {
        if (auto started = home->host(index).startAvahi(); !started)
            return std::unexpected(std::move(started).error());
    }
    const Engine engine = TRY(startEngine(home->host(1), bench.folder() / "announce"));
    const auto watch = TRY(home->host(1).start(stamped(ask(engine, {"watch", "--json"}))));
    const auto browse = TRY(home->host(1).start(stamped({"avahi-browse", "-rp", "_ipp._tcp"})));
    say("Announcing services");
    QTest::qWait(pause);
    std::vector<double> ours;
    std::vector<double> peer;
    for (int round = 0; round < rounds; ++round) {
        const std::string name = std::format("Printer{:02}", round);
        const double begin = Milliseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
        const auto publisher
            = TRY(home->host(0).start({"avahi-publish", "--service", name, "_ipp._tcp", "631"}));
        const auto told = cameAt(*watch, name);
        // Its first line, which says no more than the name; the one with the address follows.
        const auto browsed = cameAt(*browse, ';' + name + ';');
        if (!told || !browsed)
            return because("a service was not told: " + name);
        ours.push_back(*told - begin);
        peer.push_back(*browsed - begin);
        publisher->terminate();
        QTest::qWait(pause);
    }
    return Measurements{{"announce",
        std::format("from the start of avahi-publish until freeholdctl watch prints the service: at most "
                    "{:.0f} ms after avahi-browse -rp does",
            later),
        "ms", median(ours), Peer{"avahi-browse", median(peer)}, median(peer) + later, rounds}};
}

Result<Measurements> benchCrowd(Workbench &bench)
{
    constexpr int hosts = 300;
    constexpr int services = 1'000;
    constexpr double memoryReach = 30;
    constexpr int settling = 5'000;
    const auto home = TRY(Home::create({"crowd", "watcher"}));
    if (auto started = home->host(0).startAvahi(); !started)
        return std::unexpected(std::move(started).error());
    // No daemon on the watcher: what Avahi's daemon would keep, the engine's embedded stack keeps itself.
    const Engine engine = TRY(startEngine(home->host(1), bench.folder() / "crowd"));
    const ProcessTree process(engine.program->pid());
    QTest::qWait(settling);
    const auto before = process.privateBytes();
    say("Publishing 1,000 services of 300 devices");
    const auto crowd = TRY(
        home->host(0).start({Workbench::program("crowd"), std::to_string(hosts), std::to_string(services)}));
    const auto isEstablished = [](const std::string &line) { return line.contains("established"); };
    if (!crowd->waitForLine(isEstablished, testing::longPatience))
        return because("the crowd could not be published");

    int foundHosts = 0;
    int foundServices = 0;
    const auto count = [&] {
        const auto said = home->host(1).run(ask(engine, {"device", "list", "--json"}));
        foundHosts = 0;
        foundServices = 0;
        if (!said)
            return false;
        for (const auto device : QJsonDocument::fromJson(QByteArray::fromStdString(*said)).array()) {
            const QJsonArray its = device[QStringLiteral("services")].toArray();
            const auto ofCrowd = std::ranges::count_if(its, [](const QJsonValue &service) {
                return service[QStringLiteral("name")].toString().startsWith(QStringLiteral("Service "));
            });
            foundHosts += ofCrowd > 0 ? 1 : 0;
            foundServices += static_cast<int>(ofCrowd);
        }
        return foundHosts == hosts && foundServices == services;
    };
    double most = 0;
    const auto begin = std::chrono::steady_clock::now();
    constexpr std::chrono::seconds longest{120};
    const auto look = [&] {
        most = std::max(most, static_cast<double>(process.privateBytes() - before) / megabyte);
        return count();
    };
    while (!look() && std::chrono::steady_clock::now() - begin < longest)
        QTest::qWait(1'000);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    QTest::qWait(settling);
    most = std::max(most, static_cast<double>(process.privateBytes() - before) / megabyte);
    return Measurements{
        {"crowd-services-missing",
            std::format("of 1,000 services of 300 devices those not found after {:.0f} s", took), "",
            static_cast<double>(services - foundServices), std::nullopt, 0, 1},
        {"crowd-devices-missing", "of these 300 devices those of which nothing is found", "",
            static_cast<double>(hosts - foundHosts), std::nullopt, 0, 1},
        {"crowd-memory",
            "private memory that these 1,000 services of 300 devices take, with the embedded stack", "MB",
            most, std::nullopt, memoryReach, 1},
    };
}

} // namespace freehold::bench
