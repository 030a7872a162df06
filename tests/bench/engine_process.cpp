// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/engine_process.h"

#include <QTest>

namespace freehold::bench {

testing::Command engineCommand(
    const std::filesystem::path &data, const std::filesystem::path &socket, const std::string &name)
{
    return {ENGINE, "--data", data.string(), "--socket", socket.string(), "--name", name, "--log", "info"};
}

EngineProcess::EngineProcess(std::unique_ptr<testing::Program> program, const std::filesystem::path &socket)
    : program_(std::move(program))
    , client_({socket.string()})
{
}

Result<std::unique_ptr<EngineProcess>> EngineProcess::start(
    const std::filesystem::path &data, const std::filesystem::path &socket)
{
    return start(engineCommand(data, socket), socket);
}

Result<std::unique_ptr<EngineProcess>> EngineProcess::start(
    const testing::Command &command, const std::filesystem::path &socket)
{
    auto program = TRY(testing::Program::start(command));
    if (!program->waitForLine("ready"))
        return because("the engine did not start");
    std::unique_ptr<EngineProcess> engine(new EngineProcess(std::move(program), socket));
    engine->client_.subscribe<contract::ChangeChanged>(&engine->client_, [](const auto &) { });
    engine->client_.start();
    const auto isConnected = [&] { return engine->client_.state() == api::ConnectionState::connected; };
    const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(testing::patience).count();
    if (!QTest::qWaitFor(isConnected, static_cast<int>(patience)))
        return because("the engine does not answer");
    return engine;
}

} // namespace freehold::bench
