// SPDX-License-Identifier: GPL-3.0-or-later
// What service discovery and the neighbour table tell on this host, as one JSON object a line. With a name it
// announces a service itself: discovery_probe [NAME].
#include "platform/discovery/announcer.h"
#include "platform/discovery/holder_questions.h"
#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>

using namespace freehold::platform;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QJsonArray list(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const auto &each : texts)
        array.append(text(each));
    return array;
}

void print(const char *event, QJsonObject object)
{
    object.insert(QStringLiteral("event"), QString::fromLatin1(event));
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject toJson(const ServiceInstance &instance)
{
    return {{QStringLiteral("interface"), instance.interface}, {QStringLiteral("name"), text(instance.name)},
        {QStringLiteral("type"), text(instance.type)}};
}

QJsonObject toJson(const ResolvedService &service)
{
    QJsonObject object = toJson(service.instance);
    object.insert(QStringLiteral("host"), text(service.host));
    object.insert(QStringLiteral("port"), service.port);
    object.insert(QStringLiteral("addresses"), list(service.addresses));
    QJsonObject txt;
    for (const auto &[key, value] : service.txt)
        txt.insert(text(key), text(value));
    object.insert(QStringLiteral("txt"), txt);
    return object;
}

QJsonObject toJson(const Neighbour &neighbour)
{
    return {{QStringLiteral("address"), text(neighbour.address)},
        {QStringLiteral("mac"), text(neighbour.mac)}, {QStringLiteral("reachable"), neighbour.reachable}};
}

const char *name(DiscoveryState state)
{
    switch (state) {
    case DiscoveryState::starting:
        return "starting";
    case DiscoveryState::running:
        return "running";
    case DiscoveryState::unavailable:
        return "unavailable";
    }
    return "";
}

} // namespace

int main(int argc, char **argv)
{
    // Ended as it is asked to: what it announced is taken back.
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    QCoreApplication application(argc, argv);
    const QSocketNotifier ended(::signalfd(-1, &ends, SFD_CLOEXEC), QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    const auto discovery = makeServiceDiscovery();
    QObject::connect(discovery.get(), &ServiceDiscovery::resolved,
        [](const ResolvedService &service) { print("resolved", toJson(service)); });
    QObject::connect(discovery.get(), &ServiceDiscovery::gone,
        [](const ServiceInstance &instance) { print("gone", toJson(instance)); });
    QObject::connect(discovery.get(), &ServiceDiscovery::limitMet,
        [](const std::string &limit) { print("limit", {{QStringLiteral("limit"), text(limit)}}); });
    QObject::connect(discovery.get(), &ServiceDiscovery::stateChanged, [](DiscoveryState state) {
        print("state", {{QStringLiteral("state"), QString::fromLatin1(name(state))}});
    });
    const auto neighbours = makeNeighbours();
    QObject::connect(neighbours.get(), &Neighbours::seen,
        [](const Neighbour &neighbour) { print("neighbour", toJson(neighbour)); });
    QObject::connect(neighbours.get(), &Neighbours::gone,
        [](const Neighbour &neighbour) { print("neighbour-gone", toJson(neighbour)); });
    QObject::connect(
        neighbours.get(), &Neighbours::interfacesChanged, [](const std::vector<Interface> &interfaces) {
            QJsonArray array;
            for (const auto &interface : interfaces)
                array.append(QJsonObject{{QStringLiteral("name"), text(interface.name)},
                    {QStringLiteral("addresses"), list(interface.addresses)},
                    {QStringLiteral("gateways"), list(interface.gateways)}});
            print("interfaces", {{QStringLiteral("interfaces"), array}});
        });
    const HolderQuestions questions(*discovery, *neighbours);
    Announcer announcer(*discovery, *neighbours);
    if (argc > 1)
        announcer.announce(Announcement{argv[1], "_freehold._tcp", 7411, {"v=1", "id=00c0ffee"}, {}});
    discovery->start();
    neighbours->start();
    return QCoreApplication::exec();
}
