// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/program.h"

#include <QTest>

#include <csignal>
#include <fstream>
#include <sys/prctl.h>

namespace freehold::testing {

namespace {

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

std::string joined(const Command &command)
{
    std::string text;
    for (const auto &word : command)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

Program::Program()
{
    process_.setProcessChannelMode(QProcess::MergedChannels);
    process_.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QObject::connect(&process_, &QProcess::readyRead, &process_, [this] { read(); });
}

Program::~Program()
{
    kill();
}

Result<std::unique_ptr<Program>> Program::start(const Command &command)
{
    std::unique_ptr<Program> program(new Program);
    QStringList arguments;
    for (auto word = command.begin() + 1; word != command.end(); ++word)
        arguments << QString::fromStdString(*word);
    program->process_.start(QString::fromStdString(command.front()), arguments);
    if (!program->process_.waitForStarted(milliseconds(patience)))
        return failure(ErrorCode::internal, {{"reason", "can't start " + joined(command)}});
    return program;
}

void Program::write(const std::string &text)
{
    process_.write(text.data(), static_cast<qint64>(text.size()));
}

bool Program::waitForLine(
    const std::function<bool(const std::string &)> &says, std::chrono::milliseconds atMost)
{
    const auto said = [&] { return std::ranges::any_of(lines_, says); };
    static_cast<void>(QTest::qWaitFor([&] { return said() || !isRunning(); }, milliseconds(atMost)));
    return said();
}

bool Program::waitForLine(const std::string &containing)
{
    return waitForLine([&](const std::string &line) { return line.contains(containing); });
}

void Program::forgetThrough(const std::function<bool(const std::string &)> &says)
{
    const auto last = std::ranges::find_if(lines_.rbegin(), lines_.rend(), says);
    lines_.erase(lines_.begin(), last.base());
}

std::string Program::end() const
{
    if (isRunning())
        return "running";
    const auto code = std::to_string(process_.exitCode());
    return (process_.exitStatus() == QProcess::CrashExit ? "signal " : "exit ") + code;
}

int Program::waitForEnd()
{
    // In the event loop: other programs would stand still while nobody reads their full pipes.
    if (!QTest::qWaitFor(
            [&] { return process_.state() == QProcess::NotRunning; }, milliseconds(longPatience)))
        return -1;
    read();
    return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

void Program::terminate()
{
    process_.terminate();
    process_.waitForFinished(milliseconds(patience));
}

void Program::kill()
{
    process_.kill();
    process_.waitForFinished(milliseconds(patience));
}

std::int64_t Program::memory() const
{
    constexpr std::int64_t kibibyte = 1024;
    return status("VmRSS") * kibibyte;
}

std::int64_t Program::wakeUps() const
{
    return status("voluntary_ctxt_switches");
}

void Program::read()
{
    partial_ += process_.readAll().toStdString();
    for (auto end = partial_.find('\n'); end != std::string::npos; end = partial_.find('\n')) {
        lines_.push_back(partial_.substr(0, end));
        partial_.erase(0, end + 1);
    }
}

std::int64_t Program::status(const std::string &field) const
{
    std::ifstream file("/proc/" + std::to_string(pid()) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(field + ":"))
            return std::stoll(line.substr(field.size() + 1));
    }
    return 0;
}

Result<std::string> run(const Command &command)
{
    const auto program = TRY(Program::start(command));
    const int code = program->waitForEnd();
    std::string output;
    for (const auto &line : program->lines())
        output += line + '\n';
    if (code != 0)
        return failure(ErrorCode::internal, {{"reason", joined(command) + ": " + output}});
    return output;
}

} // namespace freehold::testing
