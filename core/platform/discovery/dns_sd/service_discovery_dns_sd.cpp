// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/dns_sd/service_discovery_dns_sd.h"

#include "platform/discovery/dns_sd/dns_sd_memory.h"

#include <utility>

namespace freehold::platform {

ServiceDiscoveryDnsSd::ServiceDiscoveryDnsSd()
{
    connect(&tracker_, &ServiceTracker::resolved, this, &ServiceDiscovery::resolved);
    connect(&tracker_, &ServiceTracker::gone, this, &ServiceDiscovery::gone);
    connect(&tracker_, &ServiceTracker::limitMet, this, &ServiceDiscovery::limitMet);
    connect(&tracker_, &ServiceTracker::limitLifted, this, &ServiceDiscovery::limitLifted);
    connect(&backoff_, &QTimer::timeout, this, &ServiceDiscoveryDnsSd::connectToService);
}

ServiceDiscoveryDnsSd::~ServiceDiscoveryDnsSd()
{
    disconnect(&tracker_, nullptr, this, nullptr);
    tracker_.use(nullptr);
}

void ServiceDiscoveryDnsSd::start()
{
    prepareDnsSdMemory();
    connectToService();
}

void ServiceDiscoveryDnsSd::refresh(const std::string &host)
{
    tracker_.refresh(host);
}

void ServiceDiscoveryDnsSd::connectToService()
{
    auto stack = std::make_unique<DnsSdStack>(tracker_);
    // Told from within the stack's own callbacks: it goes only when they have returned.
    connect(stack.get(), &DnsSdStack::lost, this, &ServiceDiscoveryDnsSd::restart, Qt::QueuedConnection);
    tracker_.use(stack.get());
    if (!stack->browseTypes()) {
        tracker_.use(nullptr);
        backoff_.tryLater();
        become(DiscoveryState::unavailable);
        return;
    }
    stack_ = std::move(stack);
    backoff_.reset();
    become(DiscoveryState::running);
}

void ServiceDiscoveryDnsSd::restart()
{
    if (sender() != stack_.get())
        return; // of a stack that was given up already
    tracker_.use(nullptr);
    stack_.reset();
    become(DiscoveryState::unavailable);
    backoff_.tryLater();
}

void ServiceDiscoveryDnsSd::become(DiscoveryState state)
{
    if (std::exchange(state_, state) != state)
        Q_EMIT stateChanged(state);
}

std::unique_ptr<ServiceDiscovery> makeServiceDiscovery()
{
    return std::make_unique<ServiceDiscoveryDnsSd>();
}

} // namespace freehold::platform
