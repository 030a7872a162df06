// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace freehold::platform {

/// Services name hosts; only the neighbour table knows the MAC by which a device is recognised again. Has the
/// kernel ask for each address that services name, again as long as nobody answers, and has the services of a
/// host asked again whose address another machine has, or nobody any more. In the thread of both, which
/// outlive it.
class HolderQuestions : public QObject {
    Q_OBJECT

public:
    /// How long a device that slept, or that moved without a word, is at most taken for what it was.
    static constexpr std::chrono::minutes interval{5};

    HolderQuestions(ServiceDiscovery &discovery, Neighbours &neighbours);

    /// Asks for every address that nobody answered for, and for what services say now. By itself every
    /// `interval` while there are services.
    void askAgain();

private:
    using Place = std::pair<int, std::string>; ///< interface and address
    struct Told {
        std::string host;
        std::vector<std::string> addresses;
    };

    void serviceTold(const ResolvedService &service);
    void serviceGone(const ServiceInstance &instance);
    void neighbourSeen(const Neighbour &neighbour);
    void neighbourGone(const Neighbour &neighbour);
    void ask(const Place &place);
    void refreshHostsAt(const Place &place);

    ServiceDiscovery &discovery_;
    Neighbours &neighbours_;
    std::map<ServiceInstance, Told> services_;
    std::map<Place, std::string> macs_;
    /// One question an address and while: many services of a host are told at once.
    std::set<Place> asked_;
    QTimer timer_;
};

} // namespace freehold::platform
