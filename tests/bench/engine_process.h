// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"
#include "bench/workbench.h"
#include "network/program.h"

#include <QEventLoop>

#include <filesystem>
#include <memory>

namespace freehold::bench {

/// freeholdd on a data folder, and one connection to it that watches, as the desktop's does.
class EngineProcess {
public:
    /// Returns once the engine is ready and the connection stands.
    [[nodiscard]] static Result<std::unique_ptr<EngineProcess>> start(
        const std::filesystem::path &data, const std::filesystem::path &socket);
    /// The same with the command that starts it.
    [[nodiscard]] static Result<std::unique_ptr<EngineProcess>> start(
        const testing::Command &command, const std::filesystem::path &socket);
    ~EngineProcess() { program_->terminate(); }
    EngineProcess(const EngineProcess &) = delete;
    EngineProcess &operator=(const EngineProcess &) = delete;

    /// Calls the engine and waits for its answer.
    template <contract::Call Parameters>
    [[nodiscard]] Result<typename Parameters::Result> call(const Parameters &parameters)
    {
        Result<typename Parameters::Result> answer = because("the engine did not answer");
        QEventLoop loop;
        QTimer::singleShot(testing::patience, &loop, &QEventLoop::quit);
        client_.call(parameters, &loop, [&](Result<typename Parameters::Result> given) {
            answer = std::move(given);
            loop.quit();
        });
        loop.exec();
        return answer;
    }

    [[nodiscard]] api::Client &client() { return client_; }
    [[nodiscard]] std::int64_t pid() const { return program_->pid(); }

private:
    EngineProcess(std::unique_ptr<testing::Program> program, const std::filesystem::path &socket);

    std::unique_ptr<testing::Program> program_;
    api::Client client_;
};

/// How freeholdd is started on a data folder.
[[nodiscard]] testing::Command engineCommand(const std::filesystem::path &data,
    const std::filesystem::path &socket, const std::string &name = "study");

} // namespace freehold::bench
