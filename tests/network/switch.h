// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/host.h"

#include <memory>
#include <string>

namespace freehold::testing {

/// One network segment, with nothing clever in it: multicast goes to every port, and ports forward at once.
class Switch {
public:
    static Result<std::unique_ptr<Switch>> create();

    /// Lays a cable from a new `interface` of a host, which is up then, to a port. The port's name.
    [[nodiscard]] Result<std::string> plug(const Host &host, const std::string &interface);
    /// The cable at a port of another switch is at a port of this one from now on. The new port's name.
    [[nodiscard]] Result<std::string> move(const Switch &from, const std::string &port);
    /// Whether anything goes through a port. At the other end it looks as if the cable were pulled out.
    Result<void> setConnected(const std::string &port, bool connected);

private:
    explicit Switch(std::unique_ptr<Host> host);
    [[nodiscard]] std::string newPort();

    std::unique_ptr<Host> host_;
    int ports_ = 0;
};

} // namespace freehold::testing
