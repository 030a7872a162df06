// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/service_discovery_linux.h"

#include <utility>

namespace freehold::platform {

ServiceDiscoveryLinux::ServiceDiscoveryLinux()
    : daemon_(tracker_)
    , embedded_(tracker_)
{
    connect(&tracker_, &ServiceTracker::resolved, this, &ServiceDiscovery::resolved);
    connect(&tracker_, &ServiceTracker::gone, this, &ServiceDiscovery::gone);
    connect(&tracker_, &ServiceTracker::limitMet, this, &ServiceDiscovery::limitMet);
    connect(&tracker_, &ServiceTracker::limitLifted, this, &ServiceDiscovery::limitLifted);
    connect(&daemon_, &AvahiDaemon::found, this, &ServiceDiscoveryLinux::useDaemon);
    connect(&daemon_, &AvahiDaemon::lost, this, &ServiceDiscoveryLinux::useEmbedded);
    connect(&embedded_, &AvahiEmbedded::started, this, [this] { use(embedded_.stack()); });
    connect(&embedded_, &AvahiEmbedded::failed, this, [this] { become(DiscoveryState::unavailable); });
}

ServiceDiscoveryLinux::~ServiceDiscoveryLinux()
{
    disconnect(&tracker_, nullptr, this, nullptr);
    tracker_.use(nullptr);
}

void ServiceDiscoveryLinux::start()
{
    daemon_.start();
    if (!daemon_.isRunning())
        embedded_.start();
}

void ServiceDiscoveryLinux::refresh(const std::string &host)
{
    tracker_.refresh(host);
}

void ServiceDiscoveryLinux::useDaemon()
{
    if (!daemon_.stack())
        return; // lost again meanwhile
    tracker_.use(nullptr);
    embedded_.stop();
    use(daemon_.stack());
}

void ServiceDiscoveryLinux::useEmbedded()
{
    tracker_.use(nullptr);
    embedded_.start();
}

template <class Stack>
void ServiceDiscoveryLinux::use(Stack *stack)
{
    tracker_.use(stack);
    // A connection that fails at this very moment tells so itself, and is begun anew.
    become(stack->browseTypes() ? DiscoveryState::running : DiscoveryState::unavailable);
}

void ServiceDiscoveryLinux::become(DiscoveryState state)
{
    if (std::exchange(state_, state) != state)
        Q_EMIT stateChanged(state);
}

std::unique_ptr<ServiceDiscovery> makeServiceDiscovery()
{
    return std::make_unique<ServiceDiscoveryLinux>();
}

} // namespace freehold::platform
