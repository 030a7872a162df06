// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty machines that hold one house: changes at all of them at once, one that is removed, and all at rest.
#include "bench/member_machine.h"
#include "bench/process.h"
#include "contract/device_calls.h"
#include "contract/house_calls.h"
#include "network/home.h"

#include <QTest>

#include <algorithm>
#include <format>
#include <fstream>
#include <sstream>

namespace freehold::bench {

using testing::Home;
using testing::Host;

namespace {

constexpr std::size_t members = 20;
constexpr int settlingMilliseconds = 10'000;

std::vector<const MemberMachine *> allBut(const MemberMachines &machines, const MemberMachine *left = nullptr)
{
    std::vector<const MemberMachine *> others;
    for (const auto &machine : machines) {
        if (machine != machines.front() && machine.get() != left)
            others.push_back(machine.get());
    }
    return others;
}

Result<MemberMachines> gather(Home &home, const std::filesystem::path &folder)
{
    MemberMachines machines;
    for (std::size_t index = 0; index < members; ++index) {
        auto &machine = machines.emplace_back(
            std::make_unique<MemberMachine>(home.host(index), folder / home.host(index).name()));
        if (auto started = machine->start(); !started)
            return std::unexpected(std::move(started).error());
        if (index == 0)
            TRY(machine->engine().call(contract::HouseCreate{"Smith", {}, "UTC"}));
        else
            TRY(machine->join(*machines.front()));
    }
    TRY(untilAllAreLike(*machines.front(), allBut(machines)));
    return machines;
}

/// A change at each at once. Milliseconds until all have all of them.
Result<double> changeAtAll(MemberMachines &machines, int round)
{
    std::size_t kept = 0;
    std::optional<Error> failed;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t index = 0; index < machines.size(); ++index) {
        auto &client = machines[index]->engine().client();
        client.call(contract::PersonAdd{std::format("Person {} {}", round, index), {}, {}}, &client,
            [&](const Result<contract::Change> &change) {
                if (change)
                    ++kept;
                else
                    failed = change.error();
            });
    }
    const auto isDone = [&] { return failed || kept == machines.size(); };
    const auto patience = std::chrono::milliseconds(testing::patience).count();
    if (!QTest::qWaitFor(isDone, static_cast<int>(patience)) || failed)
        return because("a change was not kept");
    TRY(untilAllAreLike(*machines.front(), allBut(machines)));
    const double took = Milliseconds(std::chrono::steady_clock::now() - begin).count();
    for (const auto &machine : machines) {
        const auto people = TRY(machine->engine().call(contract::PersonList{}));
        if (people.size() != machines.size() * static_cast<std::size_t>(round))
            return because("a change was lost");
    }
    return took;
}

/// TCP segments that a host has sent so far (proc(5), /proc/net/snmp).
double sentSegments(const Host &host)
{
    std::ifstream lines("/proc/" + host.pid() + "/net/snmp");
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("Tcp:"))
            continue;
        std::istringstream words(line);
        std::vector<std::string> row;
        for (std::string word; words >> word;)
            row.push_back(word);
        if (names.empty()) {
            names = row;
            continue;
        }
        const auto at = std::ranges::find(names, "OutSegs") - names.begin();
        return std::stod(row.at(static_cast<std::size_t>(at)));
    }
    return 0;
}

struct Rest {
    double exchanges = 0; ///< a minute with each other member
    double kilobytes = 0; ///< for each other member
};

Result<Rest> watchAtRest(MemberMachines &machines)
{
    constexpr int windowMilliseconds = 120'000;
    constexpr double segmentsOfAnExchange = 2; // at either side: what it says, and that it has heard
    MemberMachine &nas = *machines.front();
    const double others = members - 1;
    // As it is after a night, not after what was measured before.
    nas.stop();
    if (auto started = nas.start(); !started)
        return std::unexpected(std::move(started).error());
    QTest::qWait(settlingMilliseconds);
    const auto kilobytes = [&] {
        constexpr double kilobyte = 1'000;
        return static_cast<double>(ProcessTree(nas.engine().pid()).dirtyBytes()) / kilobyte;
    };
    Rest rest;
    const double before = sentSegments(nas.host());
    const double took = timed([] { QTest::qWait(windowMilliseconds); });
    const double minutes = took / 60'000;
    rest.exchanges = (sentSegments(nas.host()) - before) / segmentsOfAnExchange / others / minutes;
    const double together = kilobytes();
    for (const auto &machine : machines)
        machine->stop();
    if (auto started = nas.start(); !started)
        return std::unexpected(std::move(started).error());
    QTest::qWait(settlingMilliseconds);
    rest.kilobytes = (together - kilobytes()) / others;
    for (const auto &machine : machines) {
        if (machine.get() == &nas)
            continue;
        if (auto started = machine->start(); !started)
            return std::unexpected(std::move(started).error());
    }
    return rest;
}

Result<std::string> idOf(MemberMachine &machine)
{
    for (const auto &device : TRY(machine.engine().call(contract::DeviceList{}))) {
        if (device.is_this)
            return device.id;
    }
    return because("a machine does not know itself");
}

} // namespace

Result<Measurements> benchManyMembers(Workbench &bench)
{
    constexpr double changesReach = 3'000;
    constexpr double revocationReach = 1'000;
    constexpr double exchangesReach = 1;
    constexpr double memoryReach = 200;
    constexpr int rounds = 3;
    std::vector<std::string> names;
    for (std::size_t index = 0; index < members; ++index)
        names.push_back(std::format("member{:02}", index));
    const auto home = TRY(Home::create(names));
    say("Gathering 20 members");
    auto machines = TRY(gather(*home, bench.folder() / "many"));
    say("Changing the house at each of them at once");
    std::vector<double> changes;
    for (int round = 1; round <= rounds; ++round)
        changes.push_back(TRY(changeAtAll(machines, round)));
    say("Watching them at rest");
    const auto rest = TRY(watchAtRest(machines));
    say("Removing one after the other");
    QTest::qWait(settlingMilliseconds);
    std::vector<double> revocations;
    for (int round = 0; round < rounds; ++round) {
        const auto removed = TRY(idOf(*machines.back()));
        TRY(machines.front()->engine().call(contract::DeviceForget{removed}));
        revocations.push_back(
            TRY(untilAllAreLike(*machines.front(), allBut(machines, machines.back().get()))));
        machines.pop_back();
    }
    return Measurements{
        {"members-change", "20 members, a change at each at once: until all have all", "ms", median(changes),
            std::nullopt, changesReach, rounds},
        {"members-revoke", "from a member being removed until every other refuses it", "ms",
            median(revocations), std::nullopt, revocationReach, rounds},
        {"members-exchanges", "20 members at rest: exchanges of one with each other, a minute", "1/min",
            rest.exchanges, std::nullopt, exchangesReach, 1},
        {"members-memory", "20 members at rest: memory written for each other member", "kB", rest.kilobytes,
            std::nullopt, memoryReach, 1},
    };
}

} // namespace freehold::bench
