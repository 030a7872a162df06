// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/host.h"

namespace freehold::testing {

namespace {

/// What makes the namespaces a machine, and then waits until the test closes its input.
/// The mount namespace ends at our own mounts; inside a chroot, "/" is none and /run is.
/// IPv6 addresses are used at once: nobody else could have taken them.
constexpr const char *holderScript = R"(set -eu
mount --make-rprivate / 2>/dev/null || mount --make-rprivate /run
hostname "$1"
mount -t tmpfs -o mode=755 host-run /run
mkdir -p /run/dbus /run/avahi-daemon
echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad
ip link set lo up
echo ready
exec cat
)";

Result<std::unique_ptr<Program>> startUntil(const Host &host, const Command &command, const std::string &line)
{
    auto program = TRY(host.start(command));
    if (program->waitForLine(line))
        return program;
    std::string said;
    for (const auto &each : program->lines())
        said += each + '\n';
    return failure(ErrorCode::internal, {{"reason", command.front() + " did not start: " + said}});
}

} // namespace

Host::Host(std::string name, std::unique_ptr<Program> holder)
    : name_(std::move(name))
    , holder_(std::move(holder))
{
}

Result<std::unique_ptr<Host>> Host::create(const std::string &name)
{
    auto holder = TRY(Program::start({"unshare", "--net", "--mount", "--uts", "--propagation", "unchanged",
        "--", "sh", "-c", holderScript, "host", name}));
    if (!holder->waitForLine("ready")) {
        std::string said;
        for (const auto &line : holder->lines())
            said += line + '\n';
        return failure(ErrorCode::internal,
            {{"reason", "no namespace could be made, as by root or through ./dev test: " + said}});
    }
    return std::unique_ptr<Host>(new Host(name, std::move(holder)));
}

Command Host::inside(const Command &command) const
{
    Command whole{"nsenter", "--target", pid(), "--net", "--mount", "--uts", "--root", "--"};
    whole.insert(whole.end(), command.begin(), command.end());
    return whole;
}

Result<std::unique_ptr<Program>> Host::start(const Command &command) const
{
    return Program::start(inside(command));
}

Result<std::string> Host::run(const Command &command) const
{
    return testing::run(inside(command));
}

Result<void> Host::startBus()
{
    bus_ = TRY(startUntil(
        *this, {"dbus-daemon", "--system", "--nofork", "--nopidfile", "--print-address=1"}, "unix:"));
    return {};
}

Result<void> Host::startAvahi()
{
    if (!bus_)
        TRY(startBus());
    avahi_ = TRY(startUntil(*this,
        {"avahi-daemon", "--no-drop-root", "--no-rlimits", "--no-chroot", "--no-proc-title"},
        "Server startup complete"));
    return {};
}

void Host::stopAvahi()
{
    avahi_->terminate();
    avahi_.reset();
}

} // namespace freehold::testing
