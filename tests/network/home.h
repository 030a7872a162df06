// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/host.h"

#include <memory>
#include <string>
#include <vector>

namespace freehold::testing {

/// One network segment: a switch with hosts on it. Host i of home x has 10.77.x.(i+1)/24 on eth0, and an
/// IPv6 link-local address.
class Home {
public:
    static Result<std::unique_ptr<Home>> create(const std::vector<std::string> &hostNames, int number = 0);

    [[nodiscard]] Host &host(std::size_t index) { return *hosts_.at(index); }
    [[nodiscard]] std::string address(std::size_t index) const;
    /// The MAC of a host's eth0.
    [[nodiscard]] Result<std::string> mac(std::size_t index) const;

private:
    Home(int number, std::unique_ptr<Host> bridge);
    Result<void> attach(const std::string &name);

    int number_;
    std::unique_ptr<Host> switch_;
    std::vector<std::unique_ptr<Host>> hosts_;
};

} // namespace freehold::testing
