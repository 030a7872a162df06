// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_house.h"

#include "change/document.h"
#include "support/file.h"
#include "support/json.h"

#include <QJsonArray>

#include <unistd.h>

namespace freehold::sample {

namespace {

using namespace std::chrono_literals;
using contract::EffectCode;
using json::toQString;

constexpr int network = 2;
constexpr auto trialTime = 5min;

QJsonObject fields(std::initializer_list<std::pair<const char *, std::string>> values)
{
    QJsonObject object;
    for (const auto &[key, value] : values)
        object.insert(QString::fromLatin1(key), toQString(value));
    return object;
}

/// What a device calls itself.
std::string announced(const SmithDevice &device)
{
    return device.services.empty() ? device.name : device.services.front().name;
}

std::vector<platform::ResolvedService> servicesOf(const SmithDevice &device)
{
    std::string host = announced(device);
    std::ranges::replace(host, ' ', '-');
    std::vector<platform::ResolvedService> services;
    services.reserve(device.services.size());
    for (const auto &service : device.services)
        services.push_back({{network, service.name, service.type, "local"}, host + ".local",
            static_cast<std::uint16_t>(service.port), {device.addresses.front()}, {}});
    return services;
}

const SmithDevice &gateway()
{
    return devices()[0];
}

const SmithDevice &thisMachine()
{
    return devices()[1];
}

const SmithDevice &newcomerDevice()
{
    return devices().back();
}

/// Those that are neither the machine itself nor new.
auto others()
{
    return devices() | std::views::filter([](const SmithDevice &device) {
        return &device != &thisMachine() && &device != &newcomerDevice();
    });
}

/// A change of its own says so.
bool isTold(EffectCode code, const char *key, const std::string &value)
{
    return std::ranges::any_of(changes(), [&](const SmithChange &change) {
        const auto found = change.effect.args.find(key);
        return change.effect.code == code && found != change.effect.args.end() && found->second == value;
    });
}

std::string roleName(contract::Role role)
{
    return std::string(contract::nameOf(role));
}

} // namespace

SampleHouse::SampleHouse(engine::Engine &engine, SampleClock &clock, std::filesystem::path configuration)
    : engine_(engine)
    , clock_(clock)
    , configuration_(std::move(configuration))
{
}

void SampleHouse::at(Ago ago)
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
    auto &domain = engine_.devices();
    const auto &here = thisMachine();
    domain.interfacesChanged({{network, "eth0", here.mac, here.addresses, gateway().addresses}});
    for (const SmithDevice &device : others()) {
        domain.neighbourSeen({network, device.addresses.front(), device.mac, true});
        for (const auto &service : servicesOf(device))
            domain.serviceSeen(service);
    }
}

void SampleHouse::takeAway()
{
    for (const SmithDevice &device : others()) {
        if (!device.left)
            continue;
        at(*device.left);
        engine_.devices().neighbourSeen({network, device.addresses.front(), device.mac, true});
        for (const auto &service : servicesOf(device))
            engine_.devices().serviceGone(service.instance);
        engine_.devices().neighbourGone({network, device.addresses.front(), device.mac, false});
    }
}

/// What the house was told before its history is worth a look.
void SampleHouse::moveIn()
{
    for (const SmithPerson &person : people()) {
        if (!isTold(EffectCode::person_added, "name", person.name))
            call("person.add", fields({{"name", person.name}, {"role", roleName(person.role)}}));
    }
    for (const SmithDevice &device : devices()) {
        if (&device != &newcomerDevice())
            place(device);
    }
}

void SampleHouse::place(const SmithDevice &device)
{
    const bool isThis = &device == &thisMachine();
    const std::string named = isThis ? device.name : device.mac;
    const bool isEditedLater = isTold(EffectCode::device_kind_changed, "device", device.name);
    const auto kind = isEditedLater ? contract::DeviceKind::computer : device.kind;
    const QString wire = toQString(contract::nameOf(kind));
    const bool isWrong
        = call("device.show", fields({{"device", named}})).toArray().first()[QStringLiteral("kind")] != wire;
    if (isWrong)
        call("device.set-kind", fields({{"device", named}, {"kind", wire.toStdString()}}));
    if (device.owner.empty() && !isWrong)
        call("device.assign", fields({{"device", named}, {"person", "house"}}));
    if (!device.owner.empty() && !isTold(EffectCode::device_assigned, "device", device.name)
        && !isTold(EffectCode::person_added, "name", device.owner))
        call("device.assign", fields({{"device", named}, {"person", device.owner}}));
}

QJsonValue SampleHouse::make(const contract::Effect &effect)
{
    const auto argument = [&](const char *key) { return effect.args.at(key); };
    switch (effect.code) {
    case EffectCode::house_created:
        return call("house.create", fields({{"name", argument("house")}, {"timezone", "Europe/Berlin"}}));
    case EffectCode::person_added:
        return call("person.add", fields({{"name", argument("name")}, {"role", argument("role")}}));
    case EffectCode::device_assigned:
        return call(
            "device.assign", fields({{"device", argument("device")}, {"person", argument("person")}}));
    case EffectCode::device_renamed:
        return call("device.rename", fields({{"device", argument("from")}, {"name", argument("to")}}));
    default:
        qFatal("the sample house: no call makes %s", std::string(contract::nameOf(effect.code)).c_str());
    }
}

QJsonValue SampleHouse::tryDomain(const std::string &domain, std::chrono::seconds forTime)
{
    QJsonObject document = call("config.get", fields({{"document", "house.toml"}})).toObject();
    const auto text = document[QStringLiteral("content")].toString().toStdString();
    document[QStringLiteral("content")] = toQString(change::withValue(text, "domain", change::Value(domain)));
    return call("config.apply",
        {{QStringLiteral("documents"), QJsonArray{document}},
            {QStringLiteral("trial"), static_cast<qint64>(forTime.count())},
            {QStringLiteral("wait"), false}});
}

void SampleHouse::editByHand(const contract::Effect &effect)
{
    const auto edited = std::ranges::find(devices(), effect.args.at("device"), &SmithDevice::name);
    const auto list = call("config.list", {}).toArray();
    for (const auto &listed : list) {
        const std::string path = listed.toString().toStdString();
        auto text = file::read(configuration_ / path, 1 << 16);
        if (!text || text->find(edited->mac) == std::string::npos)
            continue;
        const std::string before = "kind = \"" + effect.args.at("from") + "\"";
        if (const auto begin = text->find(before); begin != std::string::npos) {
            text->replace(begin, before.size(), "kind = \"" + effect.args.at("to") + "\"");
            if (!file::writeDurably(configuration_ / path, *text))
                qFatal("the sample house: %s could not be edited", path.c_str());
        }
    }
}

void SampleHouse::liveThrough(const SmithChange &change)
{
    at(change.ago);
    QJsonValue made;
    switch (change.fate) {
    case Fate::by_hand:
        return; // comes last, since it settles in the present
    case Fate::on_trial:
        at(std::chrono::ceil<Ago>(trialTime - change.after));
        (void)tryDomain(change.effect.args.at("to"), trialTime);
        return;
    case Fate::went_back:
        made = tryDomain(change.effect.args.at("to"), trialTime);
        break;
    default:
        made = make(change.effect);
        break;
    }
    if (change.fate == Fate::kept)
        return;
    at(change.ago - std::chrono::floor<Ago>(change.after));
    call("change.undo", fields({{"id", made[QStringLiteral("id")].toString().toStdString()}}));
}

void SampleHouse::furnish()
{
    at(changes().front().ago);
    showNetwork();
    for (const SmithChange &change : changes()) {
        liveThrough(change);
        if (change.effect.code == EffectCode::house_created)
            moveIn();
        if (change.effect.code == EffectCode::person_added) {
            for (const SmithDevice &device : others()) {
                if (device.owner == change.effect.args.at("name"))
                    call("device.assign", fields({{"device", device.mac}, {"person", device.owner}}));
            }
        }
    }
    takeAway();
    at(newcomer);
    const SmithDevice &pixel = newcomerDevice();
    engine_.devices().neighbourSeen({network, pixel.addresses.front(), pixel.mac, true});
    for (const auto &service : servicesOf(pixel))
        engine_.devices().serviceSeen(service);
    at(0min);
    for (const SmithChange &change : changes()) {
        if (change.fate == Fate::by_hand)
            editByHand(change.effect);
    }

    // One row each: an address that two share would join them.
    const auto expected = static_cast<qsizetype>(devices().size());
    if (const auto rows = call("device.list", {}).toArray().size(); rows != expected)
        qFatal("the sample house has %lld devices", static_cast<long long>(rows));
}

} // namespace freehold::sample
