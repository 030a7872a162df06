// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/home.h"

#include <format>
#include <string_view>
#include <utility>

namespace freehold::testing {

Home::Home(int number, std::unique_ptr<Switch> segment)
    : number_(number)
    , switch_(std::move(segment))
{
}

Result<std::unique_ptr<Home>> Home::create(const std::vector<std::string> &hostNames, int number)
{
    std::unique_ptr<Home> home(new Home(number, TRY(Switch::create())));
    for (const auto &name : hostNames)
        TRY(home->attach(name));
    return home;
}

Result<void> Home::attach(const std::string &name)
{
    auto host = TRY(Host::create(name));
    auto port = TRY(switch_->plug(*host, "eth0"));
    hosts_.push_back({std::move(host), std::move(port)});
    return configure(hosts_.size() - 1);
}

Result<void> Home::configure(std::size_t index) const
{
    const Host &host = *hosts_.at(index).host;
    TRY(host.run({"ip", "address", "add", address(index) + "/24", "dev", "eth0"}));
    if (router_)
        TRY(host.run({"ip", "route", "add", "default", "via", routerAddress()}));
    return {};
}

std::string Home::address(std::size_t index) const
{
    return std::format("10.77.{}.{}", number_, index + 1);
}

std::string Home::routerAddress() const
{
    return std::format("10.77.{}.254", number_);
}

Result<std::string> Home::mac(std::size_t index) const
{
    // /sys would tell of the network that it was mounted in.
    const std::string link
        = TRY(hosts_.at(index).host->run({"ip", "-oneline", "link", "show", "dev", "eth0"}));
    constexpr std::string_view before = "link/ether ";
    constexpr std::size_t macLength = 17;
    const auto at = link.find(before);
    if (at == std::string::npos)
        return failure(ErrorCode::internal, {{"reason", "no MAC in: " + link}});
    return link.substr(at + before.size(), macLength);
}

Result<void> Home::connect(Internet &internet)
{
    router_ = TRY(Router::create(*switch_, routerAddress(), internet));
    for (const Attached &attached : hosts_) {
        if (attached.host)
            TRY(attached.host->run({"ip", "route", "add", "default", "via", routerAddress()}));
    }
    return {};
}

Result<std::size_t> Home::moveIn(Home &from, std::size_t index)
{
    Attached &former = from.hosts_.at(index);
    auto port = TRY(switch_->move(*from.switch_, former.port));
    hosts_.push_back({std::exchange(former.host, {}), std::move(port)});
    const std::size_t here = hosts_.size() - 1;
    // Its routes go with its address.
    TRY(hosts_.at(here).host->run({"ip", "-4", "address", "flush", "dev", "eth0"}));
    TRY(configure(here));
    return here;
}

Result<void> Home::setConnected(std::size_t index, bool connected)
{
    return switch_->setConnected(hosts_.at(index).port, connected);
}

} // namespace freehold::testing
