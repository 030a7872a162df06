// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/router.h"

#include <charconv>
#include <format>
#include <string_view>

namespace freehold::testing {

namespace {

constexpr const char *rules = R"(table ip router {
    counter dropped { }
    chain input {
        type filter hook input priority filter; policy drop;
        ct state established,related accept
        iifname "inside" accept
        counter name "dropped"
    }
    chain forward {
        type filter hook forward priority filter; policy drop;
        ct state established,related accept
        ct status dnat accept
        iifname "inside" accept
        counter name "dropped"
    }
    chain forwarded {
        type nat hook prerouting priority dstnat;
    }
    chain outgoing {
        type nat hook postrouting priority srcnat;
        oifname "outside" masquerade
    }
})";

constexpr const char *silence = R"(table ip router {
    chain silence {
        type filter hook forward priority filter - 1; policy drop;
        counter name "dropped"
    }
})";

} // namespace

Internet::Internet(std::unique_ptr<Switch> segment)
    : segment_(std::move(segment))
{
}

Result<std::unique_ptr<Internet>> Internet::create()
{
    return std::unique_ptr<Internet>(new Internet(TRY(Switch::create())));
}

std::string Internet::newAddress()
{
    const int number = given_++;
    return std::format("{}.{}", number % 2 == 0 ? "198.51.100" : "203.0.113", number + 1);
}

Router::Router(std::unique_ptr<Host> host, std::string address)
    : host_(std::move(host))
    , address_(std::move(address))
{
}

Result<std::unique_ptr<Router>> Router::create(
    Switch &home, const std::string &insideAddress, Internet &internet)
{
    std::unique_ptr<Router> router(new Router(TRY(Host::create("router")), internet.newAddress()));
    const Host &host = *router->host_;
    TRY(home.plug(host, "inside"));
    TRY(internet.segment().plug(host, "outside"));
    TRY(host.run({"ip", "address", "add", insideAddress + "/24", "dev", "inside"}));
    TRY(host.run({"ip", "address", "add", router->address_ + "/24", "dev", "outside"}));
    TRY(host.run({"ip", "route", "add", "default", "dev", "outside"}));
    TRY(host.run({"nft", rules}));
    // Last, so that nothing passes before there are rules.
    TRY(host.run({"sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward"}));
    return router;
}

Result<void> Router::forward(std::uint16_t port, const std::string &toAddress, std::uint16_t toPort)
{
    TRY(host_->run({"nft",
        std::format("add rule ip router forwarded iifname \"outside\" tcp dport {} dnat to {}:{}", port,
            toAddress, toPort)}));
    return {};
}

Result<void> Router::setSilent(bool silent)
{
    TRY(host_->run(
        {"nft", silent ? silence : "flush chain ip router silence; delete chain ip router silence"}));
    return {};
}

Result<int> Router::dropped() const
{
    const std::string told = TRY(host_->run({"nft", "list", "counter", "ip", "router", "dropped"}));
    constexpr std::string_view before = "packets ";
    const auto at = told.find(before);
    int count = 0;
    if (at == std::string::npos
        || std::from_chars(told.data() + at + before.size(), told.data() + told.size(), count).ec
            != std::errc())
        return failure(ErrorCode::internal, {{"reason", "no count in: " + told}});
    return count;
}

} // namespace freehold::testing
