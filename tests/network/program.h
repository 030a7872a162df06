// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QObject>
#include <QProcess>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace freehold::testing {

using Command = std::vector<std::string>;

/// How long a test waits for what should take a moment: long enough for a busy machine.
constexpr std::chrono::seconds patience{30};
/// And for a program to do its work and end.
constexpr std::chrono::seconds longPatience{120};

/// A running program, whose lines are read as they come. Killed when the object goes, and by the kernel
/// when the test dies.
class Program {
public:
    static Result<std::unique_ptr<Program>> start(const Command &command);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] std::int64_t pid() const { return process_.processId(); }
    [[nodiscard]] bool isRunning() const { return process_.state() == QProcess::Running; }
    /// All lines so far, of standard output and standard error.
    [[nodiscard]] const std::vector<std::string> &lines() const { return lines_; }
    /// Up to the last line that says so: what is waited for next comes after it.
    void forgetThrough(const std::function<bool(const std::string &)> &says);
    /// "running", "exit 0", "signal": for a failing test's message.
    [[nodiscard]] std::string end() const;
    void write(const std::string &text);

    /// Until a line says so, or patience ends. Runs the event loop.
    bool waitForLine(
        const std::function<bool(const std::string &)> &says, std::chrono::milliseconds atMost = patience);
    bool waitForLine(const std::string &containing);
    /// Its exit code, or -1 where it does not end by itself.
    int waitForEnd();
    /// Ends it: asked to, and waited for.
    void terminate();
    void kill();

    /// Resident memory in bytes.
    [[nodiscard]] std::int64_t memory() const;
    /// How often it waited for something and was woken.
    [[nodiscard]] std::int64_t wakeUps() const;

private:
    Program();
    void read();
    [[nodiscard]] std::int64_t status(const std::string &field) const;

    QProcess process_;
    std::string partial_;
    std::vector<std::string> lines_;
};

/// Runs to the end; its output, or a failure that quotes it.
Result<std::string> run(const Command &command);

} // namespace freehold::testing
