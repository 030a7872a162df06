// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_house.h"

#include "support/json.h"

#include <QCoreApplication>

#include <unistd.h>

namespace freehold::sample {

namespace {

using namespace std::chrono_literals;
using json::toQString;

constexpr int network = 2;

struct SampleDevice {
    const char *name;
    const char *mac;
    const char *address;
    const char *service;
    bool isHere;
};

constexpr SampleDevice hallBox{"hall-box", "9c:6b:00:2f:41:01", "192.168.1.1", "_http._tcp", true};
constexpr SampleDevice others[] = {
    {"nas", "9c:6b:00:2f:41:d8", "192.168.1.20", "_smb._tcp", true},
    {"emma-tablet", "3c:22:fb:10:02:07", "192.168.1.31", "_companion-link._tcp", true},
    {"paul-console", "00:d9:d1:6a:11:52", "192.168.1.32", "_http._tcp", true},
    {"Brother in the study", "30:05:5c:91:a2:4e", "192.168.1.40", "_ipp._tcp", true},
    {"tom-phone", "a4:77:33:0b:9d:21", "192.168.1.33", "_companion-link._tcp", false},
    {"living-room-tv", "64:52:99:4c:07:b3", "192.168.1.34", "_airplay._tcp", false},
};
constexpr SampleDevice pixel{"Pixel 9", "da:a1:19:5e:70:44", "192.168.1.50", "_companion-link._tcp", true};

QJsonObject fields(std::initializer_list<std::pair<const char *, std::string>> values)
{
    QJsonObject object;
    for (const auto &[key, value] : values)
        object.insert(QString::fromLatin1(key), toQString(value));
    return object;
}

platform::ResolvedService serviceOf(const SampleDevice &device)
{
    std::string host = device.name;
    std::ranges::replace(host, ' ', '-');
    return {{network, device.name, device.service, "local"}, host + ".local", 80, {device.address}, {}};
}

} // namespace

SampleHouse::SampleHouse(engine::Engine &engine, SampleClock &clock)
    : engine_(engine)
    , clock_(clock)
{
}

void SampleHouse::at(std::chrono::minutes ago)
{
    clock_.setBehind(ago);
}

QJsonValue SampleHouse::call(const std::string &method, const QJsonObject &parameters)
{
    QJsonValue given;
    const platform::PeerCredentials ana{::geteuid(), 0, "Ana"};
    engine_.call(ana, method, parameters, [&](Result<QJsonValue> answer) {
        if (!answer)
            qFatal("the sample house: %s was refused: %s", method.c_str(),
                std::string(name(answer.error().code)).c_str());
        given = *answer;
    });
    return given;
}

void SampleHouse::showNetwork()
{
    auto &devices = engine_.devices();
    devices.interfacesChanged({{network, "eth0", "9c:6b:00:2f:41:aa", {"192.168.1.34"}, {hallBox.address}}});
    const auto show = [&](const SampleDevice &device) {
        devices.neighbourSeen({network, device.address, device.mac, true});
        devices.serviceSeen(serviceOf(device));
    };
    show(hallBox);
    for (const SampleDevice &device : others)
        show(device);
}

void SampleHouse::furnish()
{
    at(58h);
    showNetwork();
    call("house.create", fields({{"name", "Smith"}, {"timezone", "Europe/Berlin"}}));
    for (const auto &[person, role] :
        {std::pair{"Ana", "owner"}, {"Tom", "owner"}, {"Paul", "member"}, {"Emma", "member"}})
        call("person.add", fields({{"name", person}, {"role", role}}));
    call("device.rename", fields({{"device", hallBox.mac}, {"name", "hall-box"}}));
    at(54h);
    call("device.assign", fields({{"device", "tom-phone"}, {"person", "Tom"}}));
    call("device.assign", fields({{"device", "emma-tablet"}, {"person", "Emma"}}));
    at(30h);
    call("device.assign", fields({{"device", "paul-console"}, {"person", "Paul"}}));
    call("device.set-kind", fields({{"device", "paul-console"}, {"kind", "console"}}));
    call("device.set-kind", fields({{"device", "emma-tablet"}, {"kind", "tablet"}}));
    call("device.set-kind", fields({{"device", "tom-phone"}, {"kind", "phone"}}));
    at(22h);
    const auto guest = call("person.add", fields({{"name", "Lea"}, {"role", "guest"}})).toObject();
    at(21h);
    call("change.undo", fields({{"id", guest[QStringLiteral("id")].toString().toStdString()}}));
    call("device.rename", fields({{"device", "Brother in the study"}, {"name", "Office printer"}}));
    at(19h);
    call("device.rename", fields({{"device", "Office printer"}, {"name", "Brother in the study"}}));
    for (const SampleDevice &device : others) {
        if (!device.isHere) {
            engine_.devices().serviceGone(serviceOf(device).instance);
            engine_.devices().neighbourGone({network, device.address, device.mac, false});
        }
    }
    at(2min);
    engine_.devices().neighbourSeen({network, pixel.address, pixel.mac, true});
    engine_.devices().serviceSeen(serviceOf(pixel));
    at(0min);
}

} // namespace freehold::sample
