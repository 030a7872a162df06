// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/switch.h"

namespace freehold::testing {

Switch::Switch(std::unique_ptr<Host> host)
    : host_(std::move(host))
{
}

Result<std::unique_ptr<Switch>> Switch::create()
{
    auto host = TRY(Host::create("switch"));
    TRY(host->run({"ip", "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0", "stp_state", "0",
        "forward_delay", "0"}));
    TRY(host->run({"ip", "link", "set", "bridge", "up"}));
    return std::unique_ptr<Switch>(new Switch(std::move(host)));
}

Result<std::string> Switch::plug(const Host &host, const std::string &interface)
{
    const std::string port = newPort();
    TRY(host_->run({"ip", "link", "add", port, "master", "bridge", "type", "veth", "peer", "name", interface,
        "netns", host.pid()}));
    TRY(setConnected(port, true));
    TRY(host.run({"ip", "link", "set", interface, "up"}));
    return port;
}

Result<std::string> Switch::move(const Switch &from, const std::string &port)
{
    const std::string moved = newPort();
    TRY(from.host_->run({"ip", "link", "set", port, "netns", host_->pid(), "name", moved}));
    TRY(host_->run({"ip", "link", "set", moved, "master", "bridge"}));
    TRY(setConnected(moved, true));
    return moved;
}

Result<void> Switch::setConnected(const std::string &port, bool connected)
{
    TRY(host_->run({"ip", "link", "set", port, connected ? "up" : "down"}));
    return {};
}

std::string Switch::newPort()
{
    return "port" + std::to_string(ports_++);
}

} // namespace freehold::testing
