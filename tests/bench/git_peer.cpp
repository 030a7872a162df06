// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/git_peer.h"

#include "bench/workbench.h"
#include "support/file.h"

#include <QProcess>

namespace freehold::bench {

namespace {

QString text(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

Result<void> finish(QProcess &process)
{
    if (process.waitForFinished() && process.exitCode() == 0)
        return {};
    return because(process.program().toStdString() + ": " + process.readAll().toStdString());
}

} // namespace

GitPeer::GitPeer(std::filesystem::path folder)
    : folder_(std::move(folder))
    , environment_(QProcessEnvironment::systemEnvironment())
{
    // Neither the user's settings nor the system's.
    environment_.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment_.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
}

Result<GitPeer> GitPeer::clone(const std::filesystem::path &repository, const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    const auto key = folder / "key";
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"),
        {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
            QString(), QStringLiteral("-f"), text(key)});
    if (auto made = finish(keygen); !made)
        return std::unexpected(std::move(made).error());

    GitPeer peer(folder);
    const auto clone = folder / "clone";
    if (auto cloned = peer.run({QStringLiteral("clone"), QStringLiteral("--quiet"),
            QStringLiteral("--no-hardlinks"), text(repository), text(clone)});
        !cloned)
        return std::unexpected(std::move(cloned).error());
    peer.folder_ = clone;
    const std::pair<QString, QString> settings[] = {
        {QStringLiteral("user.name"), QStringLiteral("peer")},
        {QStringLiteral("user.email"), QStringLiteral("peer@freehold.invalid")},
        {QStringLiteral("gpg.format"), QStringLiteral("ssh")},
        {QStringLiteral("user.signingkey"), text(key)},
        {QStringLiteral("gc.auto"), QStringLiteral("0")},
    };
    for (const auto &[name, value] : settings) {
        if (auto set = peer.run({QStringLiteral("config"), name, value}); !set)
            return std::unexpected(std::move(set).error());
    }
    return peer;
}

Result<double> GitPeer::commit(const std::string &path, const std::string &text) const
{
    if (auto written = file::writeDurably(folder_ / path, text); !written)
        return std::unexpected(std::move(written).error());
    const double adding = TRY(run({QStringLiteral("add"), QString::fromStdString(path)}));
    return adding
        + TRY(run({QStringLiteral("commit"), QStringLiteral("-S"), QStringLiteral("--quiet"),
            QStringLiteral("-m"), QStringLiteral("a change")}));
}

Result<double> GitPeer::revert() const
{
    return run({QStringLiteral("revert"), QStringLiteral("-S"), QStringLiteral("--no-edit"),
        QStringLiteral("HEAD")});
}

Result<double> GitPeer::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment_);
    process.setWorkingDirectory(text(folder_));
    Result<void> done;
    const double took = timed([&] {
        process.start(QStringLiteral("git"), arguments);
        done = finish(process);
    });
    if (!done)
        return std::unexpected(std::move(done).error());
    return took;
}

} // namespace freehold::bench
