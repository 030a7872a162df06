// SPDX-License-Identifier: GPL-3.0-or-later
// Machines that hold the grown house together: how soon one joins, hears of a change, and has caught up.
#include "bench/member_machine.h"
#include "bench/ssh_peer.h"
#include "bench/syncthing_peer.h"
#include "contract/house_calls.h"
#include "house_maker/grown_house.h"
#include "network/home.h"

#include <format>

namespace freehold::bench {

using testing::Home;

namespace {

constexpr int joins = 3;
constexpr int changes = 51;
constexpr int changesBehind = 1'000;

/// One document another, each time.
Result<void> change(EngineProcess &engine, int number)
{
    contract::ConfigApply apply;
    constexpr int documents = 900;
    apply.documents = {{testing::devicePath(number % documents),
        testing::deviceText(number % documents, 2'000'000 + number)}};
    const auto changed = TRY(engine.call(apply));
    return changed.state == contract::ChangeState::kept ? Result<void>() : because("a change was not kept");
}

struct Times {
    std::vector<double> ours;
    std::vector<double> peer;
};

Result<Times> join(MemberMachines &machines, const SshPeer *ssh, const std::filesystem::path &folder)
{
    Times times;
    MemberMachine &nas = *machines.front();
    for (std::size_t index = 1; index < machines.size(); ++index) {
        times.ours.push_back(TRY(machines[index]->join(nas)));
        if (ssh == nullptr)
            continue;
        const auto clone = folder / std::format("clone-{}", index);
        times.peer.push_back(TRY(ssh->clone(machines[index]->host(), nas.repository(), clone)));
    }
    return times;
}

Result<Times> hear(MemberMachine &nas, const MemberMachine &laptop)
{
    Times times;
    TRY(untilAllAreLike(nas, {&laptop}));
    for (int number = 0; number < changes; ++number) {
        if (auto changed = change(nas.engine(), number); !changed)
            return std::unexpected(std::move(changed).error());
        times.ours.push_back(TRY(untilAllAreLike(nas, {&laptop})));
    }
    return times;
}

Result<Times> catchUp(
    MemberMachine &nas, MemberMachine &laptop, const SshPeer *ssh, const std::filesystem::path &clone)
{
    Times times;
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        laptop.stop();
        for (int number = 0; number < changesBehind; ++number) {
            if (auto changed = change(nas.engine(), (round + 1) * changesBehind + number); !changed)
                return std::unexpected(std::move(changed).error());
        }
        if (ssh != nullptr)
            times.peer.push_back(TRY(ssh->fetch(laptop.host(), clone)));
        if (auto started = laptop.start(); !started)
            return std::unexpected(std::move(started).error());
        times.ours.push_back(TRY(untilAllAreLike(nas, {&laptop})));
    }
    return times;
}

std::vector<double> syncthingTimes(const std::filesystem::path &folder)
{
    constexpr int rounds = 3;
    std::vector<double> times;
    const auto home = Home::create({"one", "other"}, 1);
    const auto peer = home ? SyncthingPeer::start(**home, folder) : std::unexpected(home.error());
    if (!peer) {
        say("peer not available: syncthing: " + peer.error().arguments.at("reason"));
        return times;
    }
    const std::size_t bytes = testing::deviceText(0, 0).size();
    for (int round = 0; round < rounds; ++round) {
        if (const auto took = (*peer)->share(std::format("round-{}", round), bytes))
            times.push_back(*took);
    }
    return times;
}

std::optional<Peer> peerOf(const char *name, const std::vector<double> &times)
{
    return times.empty() ? std::nullopt : std::optional(Peer{name, median(times)});
}

} // namespace

Result<Measurements> benchMembers(Workbench &bench)
{
    constexpr double joinReach = 3'000;
    constexpr double changeReach = 100;
    constexpr double catchUpReach = 2'000;
    const auto house = TRY(bench.grownHouse());
    const auto folder = bench.folder() / "members";
    const auto home = TRY(Home::create({"nas", "laptop", "tablet", "attic"}));
    MemberMachines machines;
    for (std::size_t index = 0; index <= joins; ++index) {
        machines.push_back(std::make_unique<MemberMachine>(
            home->host(index), index == 0 ? house : folder / home->host(index).name()));
        if (auto started = machines.back()->start(); !started)
            return std::unexpected(std::move(started).error());
    }
    const auto ssh = SshPeer::start(home->host(0), home->address(0), folder / "ssh");
    if (!ssh)
        say("peer not available: git over ssh: " + ssh.error().arguments.at("reason"));
    const SshPeer *peer = ssh ? ssh->get() : nullptr;

    say("Joining the house, three times");
    const auto joined = TRY(join(machines, peer, folder));
    for (std::size_t index = 2; index < machines.size(); ++index)
        machines[index]->stop();
    say("Changing it at one of two members");
    const auto heard = TRY(hear(*machines[0], *machines[1]));
    say("Changing it a thousand times while the other is off, three times");
    if (peer != nullptr)
        TRY(peer->fetch(home->host(1), folder / "clone-1"));
    const auto caughtUp = TRY(catchUp(*machines[0], *machines[1], peer, folder / "clone-1"));
    machines.clear();
    say("Sharing files by Syncthing");
    const auto shared = syncthingTimes(folder / "syncthing");
    return Measurements{
        {"member-join",
            "from where both sides have said yes until the joining machine has the house of 1,000 documents "
            "and 10,000 changes",
            "ms", median(joined.ours), peerOf("git clone over ssh", joined.peer), joinReach, joins},
        {"member-change", "from a change being kept at one member until it is kept at another", "ms",
            median(heard.ours), peerOf("syncthing", shared), changeReach, changes},
        {"member-catch-up", "from the start of a member that is 1,000 changes behind until it has all", "ms",
            median(caughtUp.ours), peerOf("git fetch over ssh", caughtUp.peer), catchUpReach,
            static_cast<int>(caughtUp.ours.size())},
    };
}

} // namespace freehold::bench
