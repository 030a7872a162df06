// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/switch.h"

#include <cstdint>
#include <memory>
#include <string>

namespace freehold::testing {

/// Where routers meet: one segment, on which each of them looks for every address. It gives out addresses
/// from the networks that are kept for documentation (RFC 5737), by turns.
class Internet {
public:
    static Result<std::unique_ptr<Internet>> create();

    [[nodiscard]] Switch &segment() { return *segment_; }
    [[nodiscard]] std::string newAddress();

private:
    explicit Internet(std::unique_ptr<Switch> segment);

    std::unique_ptr<Switch> segment_;
    int given_ = 0;
};

/// What a provider puts into a home, by the kernel's own NAT: who goes out has the router's address there,
/// who comes in unasked is dropped, but for what is forwarded. IPv4 alone.
class Router {
public:
    /// Between a home, where it has `insideAddress` of a /24, and the internet.
    static Result<std::unique_ptr<Router>> create(
        Switch &home, const std::string &insideAddress, Internet &internet);

    /// By which the home is known outside.
    [[nodiscard]] const std::string &address() const { return address_; }
    /// What comes to a TCP port of the router from outside goes to one inside.
    Result<void> forward(std::uint16_t port, const std::string &toAddress, std::uint16_t toPort);
    /// Nothing goes through any more, in either direction, and nobody is told. What it knows of connections
    /// stays.
    Result<void> setSilent(bool silent);
    /// How many packets came in unasked, or into silence, and were dropped.
    [[nodiscard]] Result<int> dropped() const;

private:
    Router(std::unique_ptr<Host> host, std::string address);

    std::unique_ptr<Host> host_;
    std::string address_;
};

} // namespace freehold::testing
