// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's start in the grown house.
#include "bench/engine_process.h"

#include <QThread>

namespace freehold::bench {

using testing::Program;

namespace {

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

} // namespace freehold::bench
