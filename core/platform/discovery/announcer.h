// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"

#include <QObject>

#include <optional>
#include <vector>

namespace freehold::platform {

/// Announces a service on all interfaces that have an address, also as they come and go. In the thread of
/// discovery and neighbours, which outlive it.
class Announcer : public QObject {
    Q_OBJECT

public:
    Announcer(ServiceDiscovery &discovery, const Neighbours &neighbours);

    /// `service` without its places; nothing where there is none to be found any more.
    void announce(const std::optional<freehold::platform::Announcement> &service);

private:
    void tell();

    ServiceDiscovery &discovery_;
    std::vector<Interface> interfaces_;
    std::optional<Announcement> service_;
    std::optional<Announcement> told_;
};

} // namespace freehold::platform
