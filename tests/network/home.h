// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/router.h"

#include <memory>
#include <string>
#include <vector>

namespace freehold::testing {

/// A home: a switch with hosts on it, and a router where it has one. Host i of home x has 10.77.x.(i+1)/24 on
/// eth0, and an IPv6 link-local address.
class Home {
public:
    static Result<std::unique_ptr<Home>> create(const std::vector<std::string> &hostNames, int number = 0);

    [[nodiscard]] Host &host(std::size_t index) { return *hosts_.at(index).host; }
    [[nodiscard]] std::string address(std::size_t index) const;
    /// The MAC of a host's eth0.
    [[nodiscard]] Result<std::string> mac(std::size_t index) const;

    /// Puts a router between this home, which had none, and the internet: its hosts' default route.
    Result<void> connect(Internet &internet);
    [[nodiscard]] Router &router() { return *router_; }

    /// Carries a host of another home into this one, with its cable: it has the same eth0 and a new address.
    /// Its index here; the other home's hosts keep theirs.
    [[nodiscard]] Result<std::size_t> moveIn(Home &from, std::size_t index);
    /// A host's cable is pulled out, or put in again.
    Result<void> setConnected(std::size_t index, bool connected);

private:
    struct Attached {
        std::unique_ptr<Host> host; ///< nothing where it moved out
        std::string port;
    };
    Home(int number, std::unique_ptr<Switch> segment);
    Result<void> attach(const std::string &name);
    /// Its address and its way out, of which it has none.
    Result<void> configure(std::size_t index) const;
    [[nodiscard]] std::string routerAddress() const;

    int number_;
    std::unique_ptr<Switch> switch_;
    std::vector<Attached> hosts_;
    std::unique_ptr<Router> router_;
};

} // namespace freehold::testing
