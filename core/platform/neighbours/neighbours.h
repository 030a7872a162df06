// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace freehold::platform {

/// An interface that is up and is no loopback.
struct Interface {
    int index = 0;
    std::string name; ///< "eth0"
    std::string mac; ///< "9c:6b:00:2f:41:d8", lower case; empty where it has none
    std::vector<std::string> addresses; ///< this machine's own on it, numeric
    std::vector<std::string> gateways; ///< next hops of its default routes

    friend bool operator==(const Interface &, const Interface &) = default;
};

/// One entry of the kernel's neighbour table.
struct Neighbour {
    int interface = 0;
    std::string address; ///< numeric
    std::string mac; ///< lower case; empty where unknown
    bool reachable = false; ///< confirmed lately by the kernel (REACHABLE, PERMANENT)

    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// Follows interfaces and the neighbour table without polling. Lives in the thread that made it.
class Neighbours : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void start() = 0;
    /// Has the kernel find out who holds an address of the local network; the answer is a `seen`. Leaves the
    /// machine for no other network.
    virtual void ask(int interface, const std::string &address) = 0;

Q_SIGNALS:
    /// All interfaces, whenever any of them changed.
    void interfacesChanged(const std::vector<freehold::platform::Interface> &interfaces);
    void seen(const freehold::platform::Neighbour &neighbour);
    void gone(const freehold::platform::Neighbour &neighbour);
};

/// rtnetlink on Linux; in the portable build interfaces from Qt, polled slowly, and no neighbours.
[[nodiscard]] std::unique_ptr<Neighbours> makeNeighbours();

} // namespace freehold::platform
