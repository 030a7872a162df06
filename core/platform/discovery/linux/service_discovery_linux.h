// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/linux/avahi_daemon.h"
#include "platform/discovery/linux/avahi_embedded.h"
#include "platform/discovery/service_discovery.h"
#include "platform/discovery/service_tracker.h"

namespace freehold::platform {

/// Avahi's daemon while it runs; its embedded stack as long as it doesn't. Never both: each would hold
/// port 5353.
class ServiceDiscoveryLinux final : public ServiceDiscovery {
    Q_OBJECT

public:
    ServiceDiscoveryLinux();
    ~ServiceDiscoveryLinux() override;

    void start() override;
    void refresh(const std::string &host) override;
    void announce(std::optional<Announcement> announcement) override
    {
        tracker_.announce(std::move(announcement));
    }

private:
    void useDaemon();
    void useEmbedded();
    template <class Stack>
    void use(Stack *stack);
    void become(DiscoveryState state);

    ServiceTracker tracker_;
    AvahiDaemon daemon_;
    AvahiEmbedded embedded_;
    DiscoveryState state_ = DiscoveryState::starting;
};

} // namespace freehold::platform
