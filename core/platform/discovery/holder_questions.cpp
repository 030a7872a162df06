// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/holder_questions.h"

#include <algorithm>

namespace freehold::platform {

HolderQuestions::HolderQuestions(ServiceDiscovery &discovery, Neighbours &neighbours)
    : discovery_(discovery)
    , neighbours_(neighbours)
{
    connect(&discovery_, &ServiceDiscovery::resolved, this, &HolderQuestions::serviceTold);
    connect(&discovery_, &ServiceDiscovery::gone, this, &HolderQuestions::serviceGone);
    connect(&neighbours_, &Neighbours::seen, this, &HolderQuestions::neighbourSeen);
    connect(&neighbours_, &Neighbours::gone, this, &HolderQuestions::neighbourGone);
    connect(&neighbours_, &Neighbours::interfacesChanged, this, [this] { asked_.clear(); });
    timer_.setTimerType(Qt::VeryCoarseTimer);
    timer_.setInterval(interval);
    connect(&timer_, &QTimer::timeout, this, &HolderQuestions::askAgain);
}

void HolderQuestions::ask(const Place &place)
{
    if (!macs_.contains(place) && asked_.insert(place).second)
        neighbours_.ask(place.first, place.second);
}

void HolderQuestions::askAgain()
{
    asked_.clear();
    std::set<std::string> hosts;
    for (const auto &[instance, told] : services_) {
        hosts.insert(told.host);
        for (const std::string &address : told.addresses)
            ask({instance.interface, address});
    }
    for (const std::string &host : hosts)
        discovery_.refresh(host);
}

void HolderQuestions::serviceTold(const ResolvedService &service)
{
    services_.insert_or_assign(service.instance, Told{service.host, service.addresses});
    for (const std::string &address : service.addresses)
        ask({service.instance.interface, address});
    if (!timer_.isActive())
        timer_.start();
}

void HolderQuestions::serviceGone(const ServiceInstance &instance)
{
    const auto gone = services_.extract(instance);
    if (gone.empty())
        return;
    for (const std::string &address : gone.mapped().addresses)
        asked_.erase({instance.interface, address});
    if (services_.empty())
        timer_.stop();
}

void HolderQuestions::neighbourSeen(const Neighbour &neighbour)
{
    const Place place{neighbour.interface, neighbour.address};
    const auto known = macs_.find(place);
    const bool isAnother = known != macs_.end() && known->second != neighbour.mac;
    macs_.insert_or_assign(place, neighbour.mac);
    if (isAnother)
        refreshHostsAt(place);
}

void HolderQuestions::neighbourGone(const Neighbour &neighbour)
{
    const Place place{neighbour.interface, neighbour.address};
    macs_.erase(place);
    asked_.erase(place);
    refreshHostsAt(place);
}

void HolderQuestions::refreshHostsAt(const Place &place)
{
    std::set<std::string> hosts;
    for (const auto &[instance, told] : services_) {
        if (instance.interface == place.first && std::ranges::contains(told.addresses, place.second))
            hosts.insert(told.host);
    }
    for (const std::string &host : hosts)
        discovery_.refresh(host);
}

} // namespace freehold::platform
