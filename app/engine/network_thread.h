// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"

#include <QThread>

namespace freehold {

/// Follows services and neighbours in a thread of its own: Avahi's library waits for its daemon's answers,
/// and nobody's call shall wait with it. Made and ended in the main thread; the signals come from within.
class NetworkThread : public QThread {
    Q_OBJECT

public:
    NetworkThread();
    /// Waits until nothing more is told.
    ~NetworkThread() override;

    /// From now on, on every interface; nothing: no more.
    void announce(const std::optional<platform::Announcement> &service) { Q_EMIT announceWanted(service); }

Q_SIGNALS:
    void announceWanted(const std::optional<freehold::platform::Announcement> &service);
    void serviceSeen(const freehold::platform::ResolvedService &service);
    void serviceGone(const freehold::platform::ServiceInstance &instance);
    void neighbourSeen(const freehold::platform::Neighbour &neighbour);
    void neighbourGone(const freehold::platform::Neighbour &neighbour);
    void interfacesChanged(const std::vector<freehold::platform::Interface> &interfaces);
    void stateChanged(freehold::platform::DiscoveryState state);
    void limitMet(const std::string &limit);
    void limitLifted(const std::string &limit);

private:
    void run() override;
};

} // namespace freehold
