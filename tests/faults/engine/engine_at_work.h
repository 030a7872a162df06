// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/program.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <optional>

namespace freehold::testing {

/// A client that waits for each answer, or says that the engine is gone.
class PlainClient {
public:
    explicit PlainClient(const std::string &socket);
    [[nodiscard]] bool isConnected() const;
    /// The whole response; nothing where the connection ended before it came.
    std::optional<QJsonObject> call(const char *method, const QJsonObject &parameters = {});
    void send(const QByteArray &bytes);
    /// The next line that comes; empty where none comes in time.
    QByteArray line(std::chrono::milliseconds atMost = patience);
    [[nodiscard]] QLocalSocket &socket() { return socket_; }

private:
    QLocalSocket socket_;
    int lastId_ = 0;
};

/// What a finished program said.
struct Said {
    int exitCode = -1;
    std::string output;
};

/// A real freeholdd on a folder of its own, which can be killed and started again.
class EngineAtWork {
public:
    explicit EngineAtWork(std::filesystem::path data, std::string name = "box");

    /// Starts it, behind `prefix` (as strace), and waits until it answers. False where it doesn't within five
    /// seconds.
    bool start(const Command &prefix = {});
    /// Starts it and waits for its end, as where it can't run.
    Said startInVain();
    [[nodiscard]] Program &program() { return *program_; }
    [[nodiscard]] std::unique_ptr<PlainClient> client() const;
    /// Each returns when the engine itself is gone, whatever it was started behind.
    void stop();
    void kill();
    /// How the last program ended, and all that it said.
    [[nodiscard]] std::string lastWords() const;

    Said ctl(const Command &words) const;
    /// The same for a command that asks for a passphrase.
    Said ctlWithPassphrase(const std::string &passphrase, const Command &words) const;
    /// freeholdctl, while others run beside.
    [[nodiscard]] Result<std::unique_ptr<Program>> startCtl(const Command &words) const;
    /// git in the house's folder.
    Said git(const Command &words) const;
    [[nodiscard]] const std::filesystem::path &data() const { return data_; }
    [[nodiscard]] const std::string &socket() const { return socket_; }

private:
    [[nodiscard]] Command command(const Command &prefix) const;

    std::filesystem::path data_;
    std::string name_;
    QTemporaryDir sockets_;
    std::string socket_;
    std::unique_ptr<Program> program_;
};

/// Parameters of config.apply for a lamp of that name.
[[nodiscard]] QJsonObject lamp(const std::string &name);

} // namespace freehold::testing
