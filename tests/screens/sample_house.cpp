// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine/sample_house.h"

#include "smith/smith.h"

#include <format>

namespace freehold::screens {

using namespace contract;

namespace {

Time at(std::string_view local)
{
    return fromRfc3339(std::format("2026-11-{}:00+01:00", local)).value_or(Time());
}

Device device(std::string id, DeviceKind kind, std::string owner, std::string address)
{
    Device made;
    made.name = id;
    made.mac = std::format("9c:6b:00:2f:41:{:02x}", id.size() * 7 + static_cast<std::size_t>(id.front()));
    made.id = std::move(id);
    made.kind = kind;
    made.owner = std::move(owner);
    made.state = DeviceState::online;
    made.network = contract::Network::same;
    made.named = true;
    made.recognised_by = RecognisedBy::mac;
    made.addresses = {std::move(address)};
    made.first_seen = at("02T09:12");
    made.last_seen = at("23T16:40");
    return made;
}

Device away(Device made, Time lastSeen)
{
    made.state = DeviceState::away;
    made.network.reset();
    made.last_seen = lastSeen;
    return made;
}

std::string idOf(std::string name)
{
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return name;
}

/// The pictures' Monday.
const Time monday = at("23T16:40");

std::vector<Device> smithDevices()
{
    std::vector<Device> all;
    for (const auto &smith : sample::devices()) {
        auto made = device(smith.id, smith.kind, idOf(smith.owner), smith.addresses.front());
        made.name = smith.name;
        made.mac = smith.mac;
        made.addresses = smith.addresses;
        made.services = smith.services;
        made.first_seen = at("02T09:12") + std::chrono::minutes(all.size());
        made.member = smith.isMember;
        made.recognised_by = smith.isMember ? RecognisedBy::member : RecognisedBy::mac;
        if (smith.left)
            made = away(std::move(made), monday - *smith.left);
        all.push_back(std::move(made));
    }
    all[0].gateway = true;
    all[1].is_this = true;
    auto &pixel = all.back();
    pixel.is_new = true;
    pixel.named = false;
    pixel.mac_randomised = true;
    pixel.first_seen = monday - sample::newcomer;
    return all;
}

Change change(int number, Time time, std::string actor, std::string device, Effect made)
{
    Change one;
    one.id = std::format("{:08x}", number * 0x9e3779b1U) + std::string(32, 'a');
    one.time = time;
    one.actor = std::move(actor);
    one.device = std::move(device);
    one.effects = {std::move(made)};
    return one;
}

/// What became of it; where another change took it back, that one.
std::optional<Change> settle(Change &one, const sample::SmithChange &smith, int number)
{
    switch (smith.fate) {
    case sample::Fate::kept:
        break;
    case sample::Fate::by_hand:
        one.cause = Cause::by_hand;
        break;
    case sample::Fate::on_trial:
        one.state = ChangeState::trial;
        one.trial_ends = monday + smith.after;
        break;
    case sample::Fate::went_back:
        one.state = ChangeState::rolled_back;
        one.rolled_back_because = Finding{
            FindingCode::not_in_force, Severity::alert, {{"reason", "disk-full"}, {"place", "/var"}}, {}, {}};
        break;
    case sample::Fate::taken_back:
        auto undo = change(number, one.time + smith.after, one.actor, one.device, one.effects.front());
        undo.cause = Cause::undo;
        undo.refers_to = one.id;
        one.state = ChangeState::undone;
        one.undone_by = undo.id;
        return undo;
    }
    return {};
}

std::vector<Change> smithChanges()
{
    std::vector<Change> all;
    int number = 0;
    for (const auto &smith : sample::changes()) {
        auto one = change(++number, monday - smith.ago, smith.actor, smith.machine, smith.effect);
        one.reason = smith.reason;
        auto undo = settle(one, smith, number + 100);
        if (one.effects.front().code == EffectCode::device_renamed)
            one.differences
                = {{"devices/printer.toml", "name", "\"Brother HL-L2350DW\"", "\"Brother in the study\""}};
        all.push_back(std::move(one));
        if (undo)
            all.push_back(std::move(*undo));
    }
    std::ranges::sort(all, std::greater{}, &Change::time);
    return all;
}

Finding newPhone()
{
    return {FindingCode::new_device, Severity::alert,
        {{"device", "pixel"}, {"name", "Pixel 9"}, {"kind", "phone"},
            {"since", toRfc3339(monday - sample::newcomer)}},
        {}, {}};
}

} // namespace

SampleHouse smithHouse()
{
    SampleHouse house;
    house.now = monday;
    house.house = House{"smith", "Smith", "", "Europe/Berlin",
        {{"hall-box", "hall-box", Role::owner, DeviceState::online},
            {"nas", "nas", Role::owner, DeviceState::online},
            {"ana-laptop", "ana-laptop", Role::owner, DeviceState::online}}};
    for (const auto &smith : sample::people())
        house.people.push_back({idOf(smith.name), smith.name, smith.role, smith.birthYear, {}});
    for (const auto &one : smithDevices()) {
        const auto owner = std::ranges::find(house.people, one.owner, &Person::id);
        if (owner != house.people.end())
            owner->devices.push_back(one.id);
    }
    house.devices = smithDevices();
    house.changes = smithChanges();
    house.backups = {{"autumn", "nas", "nas", monday - std::chrono::days(12)}};
    house.status = {{"0.1.0", 3600, "/home/ana/.local/share/freehold", "ana-laptop", {}},
        {false, "key-store"}, HouseName{"smith", "Smith", ""}, {7, 9},
        {{house.changes.front().id, *house.changes.front().trial_ends, Evidence::confirmation}},
        {newPhone()}};
    house.undo[house.changes[4].id].effects = {sample::effect(
        EffectCode::device_renamed, {{"from", "Brother in the study"}, {"to", "Brother HL-L2350DW"}})};
    house.raw = {"--- a/devices/printer.toml\n+++ b/devices/printer.toml\n@@ -1,3 +1,3 @@\n-name = "
                 "\"Brother HL-L2350DW\"\n"
                 "+name = \"Brother in the study\"\n kind = \"printer\"\n",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExam nas"};
    return house;
}

SampleHouse emptyHouse()
{
    SampleHouse house = smithHouse();
    std::erase_if(house.devices, [](const Device &one) { return !one.is_this; });
    house.people.resize(1);
    house.changes.clear();
    house.backups.clear();
    house.status.trials.clear();
    house.status.attention.clear();
    house.status.devices = {1, 1};
    return house;
}

SampleHouse noHouse()
{
    SampleHouse house = smithHouse();
    house.house.reset();
    house.status.house.reset();
    house.status.trials.clear();
    house.status.attention = {{FindingCode::house_missing, Severity::info, {}, {}, {}}};
    house.people.clear();
    house.changes.clear();
    for (auto &one : house.devices) {
        one.member = one.is_this;
        one.owner.clear();
    }
    return house;
}

SampleHouse largeHouse()
{
    SampleHouse house = smithHouse();
    const auto add = [&](std::string id, DeviceKind kind, std::string owner) {
        house.devices.push_back(device(std::move(id), kind, std::move(owner), "192.168.1.99"));
    };
    for (const std::string person : {"ana", "tom", "paul", "emma"}) {
        add(person + "-phone-2", DeviceKind::phone, person);
        add(person + "-laptop-2", DeviceKind::laptop, person);
        add(person + "-speaker", DeviceKind::speaker, person);
    }
    for (int lamp = 1; lamp <= 7; ++lamp)
        add(std::format("lamp-{}", lamp), DeviceKind::light, "");
    for (int speaker = 1; speaker <= 4; ++speaker)
        add(std::format("speaker-{}", speaker), DeviceKind::speaker, "");
    house.devices.push_back(away(device("ana-tablet", DeviceKind::tablet, "ana", ""), at("23T09:30")));
    house.devices.push_back(away(device("emma-laptop", DeviceKind::laptop, "emma", ""), at("23T07:40")));
    return house;
}

SampleHouse longHistory(int changes)
{
    SampleHouse house = smithHouse();
    house.changes.clear();
    house.status.trials.clear();
    for (int number = 0; number < changes; ++number)
        house.changes.push_back(
            change(number + 1, house.now - std::chrono::minutes(7 * number), "Ana", "ana-laptop",
                sample::effect(EffectCode::device_renamed,
                    {{"from", std::format("lamp-{}", number)}, {"to", std::format("lamp-{}", number + 1)}})));
    return house;
}

} // namespace freehold::screens
