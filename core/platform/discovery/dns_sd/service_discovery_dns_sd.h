// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/discovery/backoff.h"
#include "platform/discovery/dns_sd/dns_sd_stack.h"
#include "platform/discovery/service_discovery.h"
#include "platform/discovery/service_tracker.h"

#include <memory>

namespace freehold::platform {

/// The system's Bonjour service over dns_sd.h. Where it doesn't run, it is tried again, less and less often.
class ServiceDiscoveryDnsSd final : public ServiceDiscovery {
    Q_OBJECT

public:
    ServiceDiscoveryDnsSd();
    ~ServiceDiscoveryDnsSd() override;

    void start() override;
    void refresh(const std::string &host) override;
    void announce(std::optional<Announcement> announcement) override
    {
        tracker_.announce(std::move(announcement));
    }

private:
    void connectToService();
    void restart();
    void become(DiscoveryState state);

    ServiceTracker tracker_;
    Backoff backoff_;
    std::unique_ptr<DnsSdStack> stack_;
    DiscoveryState state_ = DiscoveryState::starting;
};

} // namespace freehold::platform
