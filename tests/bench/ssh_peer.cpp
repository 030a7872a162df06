// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ssh_peer.h"

#include "bench/workbench.h"

namespace freehold::bench {

namespace {
constexpr const char *serverProgram = "/usr/sbin/sshd"; // starts itself again, by its whole path
} // namespace

Result<std::unique_ptr<SshPeer>> SshPeer::start(
    const testing::Host &host, const std::string &address, const std::filesystem::path &folder)
{
    if (!std::filesystem::exists(serverProgram))
        return because("no OpenSSH server is installed");
    auto peer = std::make_unique<SshPeer>();
    peer->address_ = address;
    peer->key_ = folder / "key";
    std::filesystem::create_directories(folder);
    for (const auto &key : {peer->key_, folder / "host"})
        TRY(host.run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.string()}));
    TRY(host.run({"mkdir", "-p", "/run/sshd"}));
    // Nothing of this system's own settings, users' files or PAM.
    peer->server_ = TRY(host.start({serverProgram, "-D", "-e", "-f", "/dev/null", "-h",
        (folder / "host").string(), "-o", "AuthorizedKeysFile=" + peer->key_.string() + ".pub", "-o",
        "StrictModes=no", "-o", "UsePAM=no", "-o", "PidFile=none", "-o", "PermitRootLogin=yes"}));
    if (!peer->server_->waitForLine("listening on"))
        return because("OpenSSH's server did not start");
    return peer;
}

Result<double> SshPeer::clone(const testing::Host &from, const std::filesystem::path &repository,
    const std::filesystem::path &target) const
{
    return git(from,
        {"clone", "--quiet", "ssh://root@" + address_ + std::filesystem::absolute(repository).string(),
            target.string()});
}

Result<double> SshPeer::fetch(const testing::Host &from, const std::filesystem::path &target) const
{
    return git(from, {"-C", target.string(), "fetch", "--quiet"});
}

Result<double> SshPeer::git(const testing::Host &from, const testing::Command &arguments) const
{
    // The folder that this program runs in is none on that host.
    testing::Command command{"env", "--chdir=/", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
        "GIT_SSH_COMMAND=ssh -F none -i " + key_.string()
            + " -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o "
              "LogLevel=ERROR",
        "git"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    Result<std::string> said;
    const double took = timed([&] { said = from.run(command); });
    if (!said)
        return std::unexpected(std::move(said).error());
    return took;
}

} // namespace freehold::bench
