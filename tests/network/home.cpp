// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/home.h"

#include <format>
#include <string_view>

namespace freehold::testing {

Home::Home(int number, std::unique_ptr<Host> bridge)
    : number_(number)
    , switch_(std::move(bridge))
{
}

Result<std::unique_ptr<Home>> Home::create(const std::vector<std::string> &hostNames, int number)
{
    std::unique_ptr<Home> home(new Home(number, TRY(Host::create("switch"))));
    // A switch with nothing clever in it: multicast goes to every port, and ports forward at once.
    TRY(home->switch_->run({"ip", "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0",
        "stp_state", "0", "forward_delay", "0"}));
    TRY(home->switch_->run({"ip", "link", "set", "bridge", "up"}));
    for (const auto &name : hostNames)
        TRY(home->attach(name));
    return home;
}

Result<void> Home::attach(const std::string &name)
{
    auto host = TRY(Host::create(name));
    const std::string port = std::format("port{}", hosts_.size());
    TRY(switch_->run({"ip", "link", "add", port, "master", "bridge", "type", "veth", "peer", "name", "eth0",
        "netns", host->pid()}));
    TRY(switch_->run({"ip", "link", "set", port, "up"}));
    hosts_.push_back(std::move(host));
    const Host &attached = *hosts_.back();
    TRY(attached.run({"ip", "address", "add", address(hosts_.size() - 1) + "/24", "dev", "eth0"}));
    TRY(attached.run({"ip", "link", "set", "eth0", "up"}));
    return {};
}

std::string Home::address(std::size_t index) const
{
    return std::format("10.77.{}.{}", number_, index + 1);
}

Result<std::string> Home::mac(std::size_t index) const
{
    // /sys would tell of the network that it was mounted in.
    const std::string link = TRY(hosts_.at(index)->run({"ip", "-oneline", "link", "show", "dev", "eth0"}));
    constexpr std::string_view before = "link/ether ";
    constexpr std::size_t macLength = 17;
    const auto at = link.find(before);
    if (at == std::string::npos)
        return failure(ErrorCode::internal, {{"reason", "no MAC in: " + link}});
    return link.substr(at + before.size(), macLength);
}

} // namespace freehold::testing
