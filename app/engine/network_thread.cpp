// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_thread.h"

#include "platform/discovery/announcer.h"
#include "platform/discovery/holder_questions.h"

namespace freehold {

using platform::Neighbours;
using platform::ServiceDiscovery;

NetworkThread::NetworkThread()
{
    setObjectName(QStringLiteral("network"));
}

NetworkThread::~NetworkThread()
{
    quit();
    wait();
}

void NetworkThread::run()
{
    const auto discovery = platform::makeServiceDiscovery();
    const auto neighbours = platform::makeNeighbours();
    const platform::HolderQuestions questions(*discovery, *neighbours);
    platform::Announcer announcer(*discovery, *neighbours);
    connect(this, &NetworkThread::announceWanted, &announcer, &platform::Announcer::announce);
    // This object lives in the main thread: its signals are sent on from here, where they are told.
    const auto pass
        = [this](auto *from, auto told, auto on) { connect(from, told, this, on, Qt::DirectConnection); };
    pass(discovery.get(), &ServiceDiscovery::resolved, &NetworkThread::serviceSeen);
    pass(discovery.get(), &ServiceDiscovery::gone, &NetworkThread::serviceGone);
    pass(discovery.get(), &ServiceDiscovery::stateChanged, &NetworkThread::stateChanged);
    pass(discovery.get(), &ServiceDiscovery::limitMet, &NetworkThread::limitMet);
    pass(discovery.get(), &ServiceDiscovery::limitLifted, &NetworkThread::limitLifted);
    pass(neighbours.get(), &Neighbours::seen, &NetworkThread::neighbourSeen);
    pass(neighbours.get(), &Neighbours::gone, &NetworkThread::neighbourGone);
    pass(neighbours.get(), &Neighbours::interfacesChanged, &NetworkThread::interfacesChanged);
    neighbours->start();
    discovery->start();
    exec();
}

} // namespace freehold
