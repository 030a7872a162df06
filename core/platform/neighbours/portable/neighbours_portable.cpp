// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/neighbours/portable/neighbours_portable.h"

#include <QNetworkInterface>

#include <chrono>

namespace freehold::platform {

namespace {

constexpr std::chrono::seconds period{30};

std::vector<Interface> interfacesNow()
{
    std::vector<Interface> found;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        Interface ours{.index = interface.index(),
            .name = interface.name().toStdString(),
            .mac = interface.hardwareAddress().toLower().toStdString(),
            .addresses = {},
            .gateways = {}};
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            QHostAddress address = entry.ip();
            address.setScopeId({});
            ours.addresses.push_back(address.toString().toStdString());
        }
        found.push_back(std::move(ours));
    }
    return found;
}

} // namespace

void NeighboursPortable::start()
{
    timer_.setTimerType(Qt::VeryCoarseTimer);
    connect(&timer_, &QTimer::timeout, this, &NeighboursPortable::look);
    timer_.start(period);
    // Told from the event loop, as on every other system.
    QTimer::singleShot(0, this, &NeighboursPortable::look);
}

void NeighboursPortable::look()
{
    auto now = interfacesNow();
    if (told_ == now)
        return;
    told_ = std::move(now);
    Q_EMIT interfacesChanged(*told_);
}

std::unique_ptr<Neighbours> makeNeighbours()
{
    return std::make_unique<NeighboursPortable>();
}

} // namespace freehold::platform
