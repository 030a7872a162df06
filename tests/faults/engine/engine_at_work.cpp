// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_at_work.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <fstream>
#include <poll.h>
#include <unistd.h>

// glibc's header does not say so itself (Debian bug of 2.41).
extern "C" {
#include <sys/pidfd.h>
}

namespace freehold::testing {

namespace {

constexpr std::chrono::seconds longestStart{5};

Said finished(const Result<std::unique_ptr<Program>> &program)
{
    if (!program)
        return {};
    Said said;
    said.exitCode = (*program)->waitForEnd();
    for (const std::string &line : (*program)->lines())
        said.output += line + '\n';
    return said;
}

/// The process that holds the lock of the data folder. A tracer ends before the engine behind it does, and
/// until that is gone the next one finds the lock held.
class LockHolder {
public:
    explicit LockHolder(const std::filesystem::path &data)
    {
        pid_t pid = 0;
        if (std::ifstream(data / "engine.lock") >> pid)
            process_ = ::pidfd_open(pid, 0);
    }
    LockHolder(const LockHolder &) = delete;
    LockHolder &operator=(const LockHolder &) = delete;
    ~LockHolder()
    {
        if (process_ >= 0)
            ::close(process_);
    }
    void waitForEnd() const
    {
        pollfd ended{.fd = process_, .events = POLLIN, .revents = 0};
        if (process_ >= 0)
            ::poll(&ended, 1, static_cast<int>(std::chrono::milliseconds(patience).count()));
    }

private:
    int process_ = -1;
};

} // namespace

PlainClient::PlainClient(const std::string &socket)
{
    socket_.connectToServer(QString::fromStdString(socket));
    // One that nobody listens at refuses at once; a busy engine has a queue.
    socket_.waitForConnected(static_cast<int>(std::chrono::milliseconds(patience).count()));
}

bool PlainClient::isConnected() const
{
    return socket_.state() == QLocalSocket::ConnectedState;
}

void PlainClient::send(const QByteArray &bytes)
{
    socket_.write(bytes);
    socket_.flush();
}

QByteArray PlainClient::line(std::chrono::milliseconds atMost)
{
    const QDeadlineTimer deadline(atMost);
    while (!socket_.canReadLine()) {
        const int left = static_cast<int>(deadline.remainingTime());
        if (left <= 0 || !socket_.waitForReadyRead(left))
            break;
    }
    return socket_.canReadLine() ? socket_.readLine() : QByteArray();
}

std::optional<QJsonObject> PlainClient::call(const char *method, const QJsonObject &parameters)
{
    const int id = ++lastId_;
    send(QJsonDocument(QJsonObject{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                           {QStringLiteral("id"), id}, {QStringLiteral("method"), QString::fromUtf8(method)},
                           {QStringLiteral("params"), parameters}})
             .toJson(QJsonDocument::Compact)
        + '\n');
    for (QByteArray answer = line(); !answer.isEmpty(); answer = line()) {
        QJsonObject object = QJsonDocument::fromJson(answer).object();
        if (object.value(QStringLiteral("id")).toInt() == id)
            return object;
    }
    return std::nullopt;
}

EngineAtWork::EngineAtWork(std::filesystem::path data, std::string name)
    : data_(std::move(data))
    , name_(std::move(name))
    , socket_((sockets_.path() + QStringLiteral("/engine.sock")).toStdString())
{
}

Command EngineAtWork::command(const Command &prefix) const
{
    // A network of its own, and no bus: it tells nobody about itself and asks nobody on the machine's
    // networks.
    Command command{"env", "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nowhere",
        "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere",
        // Under ASan, what was freed is kept aside: not so much that it looks like what an engine holds.
        "ASAN_OPTIONS=quarantine_size_mb=8", "unshare", "--net", "--"};
    command.insert(command.end(), prefix.begin(), prefix.end());
    for (const std::string &word : {std::string(FREEHOLDD), std::string("--data"), data_.string(),
             std::string("--socket"), socket_, std::string("--name"), name_})
        command.push_back(word);
    return command;
}

bool EngineAtWork::start(const Command &prefix)
{
    std::error_code ignored;
    std::filesystem::remove(socket_, ignored);
    auto program = Program::start(command(prefix));
    if (!program)
        return false;
    program_ = std::move(*program);
    return QTest::qWaitFor(
               [&] {
                   const auto one = client();
                   return one->isConnected() || !program_->isRunning();
               },
               // Behind another program, as strace, it is slower.
               static_cast<int>(std::chrono::milliseconds(prefix.empty() ? longestStart : patience).count()))
        && program_->isRunning();
}

Said EngineAtWork::startInVain()
{
    return finished(Program::start(command({})));
}

std::unique_ptr<PlainClient> EngineAtWork::client() const
{
    return std::make_unique<PlainClient>(socket_);
}

void EngineAtWork::stop()
{
    const LockHolder engine(data_);
    program_->terminate();
    engine.waitForEnd();
}

void EngineAtWork::kill()
{
    const LockHolder engine(data_);
    program_->kill();
    engine.waitForEnd();
}

std::string EngineAtWork::lastWords() const
{
    std::string words = program_->end();
    for (const std::string &line : program_->lines())
        words += '\n' + line;
    return words;
}

Said EngineAtWork::ctl(const Command &words) const
{
    return finished(startCtl(words));
}

Result<std::unique_ptr<Program>> EngineAtWork::startCtl(const Command &words) const
{
    Command command{"env", "FREEHOLD_SOCKET=" + socket_, "LC_ALL=C.UTF-8", FREEHOLDCTL};
    command.insert(command.end(), words.begin(), words.end());
    return Program::start(command);
}

Said EngineAtWork::ctlWithPassphrase(const std::string &passphrase, const Command &words) const
{
    Command command{"sh", "-c", R"(printf '%s\n' "$0" | "$@" --passphrase-fd 0)", passphrase, "env",
        "FREEHOLD_SOCKET=" + socket_, "LC_ALL=C.UTF-8", FREEHOLDCTL};
    command.insert(command.end(), words.begin(), words.end());
    return finished(Program::start(command));
}

Said EngineAtWork::git(const Command &words) const
{
    Command command{"git", "-C", (data_ / "config").string()};
    command.insert(command.end(), words.begin(), words.end());
    return finished(Program::start(command));
}

QJsonObject lamp(const std::string &name)
{
    const QJsonObject document{{QStringLiteral("document"), QStringLiteral("devices/lamp.toml")},
        {QStringLiteral("content"), QString::fromStdString("name = \"" + name + "\"\n")}};
    return {{QStringLiteral("documents"), QJsonArray{document}}, {QStringLiteral("trial"), QJsonValue::Null},
        {QStringLiteral("wait"), true}, {QStringLiteral("reason"), QJsonValue::Null}};
}

} // namespace freehold::testing
