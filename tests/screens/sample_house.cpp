// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine/sample_house.h"

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
    made.named = true;
    made.recognised_by = RecognisedBy::mac;
    made.addresses = {std::move(address)};
    made.first_seen = at("02T09:12");
    made.last_seen = at("23T16:40");
    return made;
}

Device member(Device made)
{
    made.member = true;
    made.recognised_by = RecognisedBy::member;
    return made;
}

Device away(Device made, Time lastSeen)
{
    made.state = DeviceState::away;
    made.last_seen = lastSeen;
    return made;
}

std::vector<Device> smithDevices()
{
    auto hall = member(device("hall-box", DeviceKind::gateway, "", "192.168.1.1"));
    hall.gateway = true;
    auto laptop = member(device("ana-laptop", DeviceKind::laptop, "ana", "192.168.1.34"));
    laptop.is_this = true;
    auto nas = member(device("nas", DeviceKind::storage, "", "192.168.1.20"));
    nas.addresses.emplace_back("fd4a:91c2:7e10::20");
    nas.services = {{"_smb._tcp", "nas", 445, {}}, {"_daap._tcp", "Music on nas", 3689, {}},
        {"_http._tcp", "nas", 80, {}}};
    auto printer = device("printer", DeviceKind::printer, "", "192.168.1.52");
    printer.name = "Brother in the study";
    printer.services
        = {{"_ipp._tcp", "Brother HL-L2350DW", 631, {}}, {"_http._tcp", "Brother HL-L2350DW", 80, {}}};
    auto pixel = device("pixel", DeviceKind::phone, "", "192.168.1.77");
    pixel.name = "Pixel 9";
    pixel.is_new = true;
    pixel.named = false;
    pixel.mac_randomised = true;
    pixel.mac = "d2:1f:88:04:5a:e1";
    pixel.first_seen = at("23T16:38");
    return {hall, nas, laptop, device("emma-tablet", DeviceKind::tablet, "emma", "192.168.1.41"),
        device("paul-console", DeviceKind::console, "paul", "192.168.1.45"), printer, pixel,
        away(device("tom-phone", DeviceKind::phone, "tom", "192.168.1.38"), at("23T08:05")),
        away(device("living-room-tv", DeviceKind::television, "", "192.168.1.60"), at("21T22:48"))};
}

Effect effect(EffectCode code, Arguments args)
{
    return {"devices", code, std::move(args), {}, Severity::info, Undo::yes};
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

std::vector<Change> smithChanges()
{
    using enum EffectCode;
    std::vector<Change> all;
    auto trial = change(9, at("23T16:38"), "Ana", "ana-laptop",
        effect(house_domain_changed, {{"from", ""}, {"to", "house.example"}}));
    trial.state = ChangeState::trial;
    trial.trial_ends = at("23T16:43") + std::chrono::seconds(12);
    all.push_back(trial);
    auto undo = change(8, at("23T15:05"), "Ana", "ana-laptop",
        effect(device_assigned, {{"device", "Brother in the study"}, {"person", "Tom"}}));
    undo.cause = Cause::undo;
    auto byHand = change(7, at("23T14:52"), "Tom", "nas",
        effect(device_kind_changed, {{"device", "nas"}, {"from", "computer"}, {"to", "storage"}}));
    byHand.cause = Cause::by_hand;
    auto assigned = change(6, at("23T11:02"), "Ana", "ana-laptop",
        effect(device_assigned, {{"device", "Brother in the study"}, {"person", "Tom"}}));
    assigned.state = ChangeState::undone;
    assigned.undone_by = undo.id;
    undo.refers_to = assigned.id;
    all.push_back(undo);
    all.push_back(byHand);
    all.push_back(assigned);
    auto renamed = change(5, at("22T20:31"), "Tom", "nas",
        effect(device_renamed, {{"from", "Brother HL-L2350DW"}, {"to", "Brother in the study"}}));
    renamed.reason = "there is another in the office";
    renamed.differences
        = {{"devices/printer.toml", "name", "\"Brother HL-L2350DW\"", "\"Brother in the study\""}};
    all.push_back(renamed);
    auto back = change(4, at("22T11:20"), "Tom", "nas",
        effect(house_domain_changed, {{"from", ""}, {"to", "smith.example"}}));
    back.state = ChangeState::rolled_back;
    back.rolled_back_because = Finding{
        FindingCode::not_in_force, Severity::alert, {{"reason", "disk-full"}, {"place", "/var"}}, {}, {}};
    all.push_back(back);
    all.push_back(change(3, at("21T10:12"), "Ana", "ana-laptop",
        effect(device_assigned, {{"device", "tom-phone"}, {"person", "Tom"}})));
    all.push_back(change(2, at("21T10:10"), "Ana", "ana-laptop",
        effect(person_added, {{"name", "Emma"}, {"role", "member"}})));
    all.push_back(
        change(1, at("02T09:12"), "Ana", "ana-laptop", effect(house_created, {{"house", "Smith"}})));
    all.back().effects.front().undo = Undo::never;
    return all;
}

Finding newPhone()
{
    return {FindingCode::new_device, Severity::alert,
        {{"device", "pixel"}, {"name", "Pixel 9"}, {"kind", "phone"}, {"since", toRfc3339(at("23T16:38"))}},
        {}, {}};
}

} // namespace

SampleHouse smithHouse()
{
    SampleHouse sample;
    sample.now = at("23T16:40");
    sample.house = House{"smith", "Smith", "", "Europe/Berlin",
        {{"hall-box", "hall-box", Role::owner, DeviceState::online},
            {"nas", "nas", Role::owner, DeviceState::online},
            {"ana-laptop", "ana-laptop", Role::owner, DeviceState::online}}};
    sample.people
        = {{"ana", "Ana", Role::owner, {}, {"ana-laptop"}}, {"tom", "Tom", Role::owner, {}, {"tom-phone"}},
            {"paul", "Paul", Role::member, 2011, {"paul-console"}},
            {"emma", "Emma", Role::member, 2014, {"emma-tablet"}}};
    sample.devices = smithDevices();
    sample.changes = smithChanges();
    sample.status = {{"0.1.0", 3600, "/home/ana/.local/share/freehold", "ana-laptop", {}},
        {false, "key-store"}, HouseName{"smith", "Smith", ""}, {7, 9},
        {{sample.changes.front().id, *sample.changes.front().trial_ends, Evidence::confirmation}},
        {newPhone()}};
    sample.undo[sample.changes[4].id].effects = {
        effect(EffectCode::device_renamed, {{"from", "Brother in the study"}, {"to", "Brother HL-L2350DW"}})};
    sample.raw = {"--- a/devices/printer.toml\n+++ b/devices/printer.toml\n@@ -1,3 +1,3 @@\n-name = "
                  "\"Brother HL-L2350DW\"\n"
                  "+name = \"Brother in the study\"\n kind = \"printer\"\n",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExam nas"};
    return sample;
}

SampleHouse emptyHouse()
{
    SampleHouse sample = smithHouse();
    std::erase_if(sample.devices, [](const Device &one) { return !one.is_this; });
    sample.people.resize(1);
    sample.changes.clear();
    sample.status.trials.clear();
    sample.status.attention.clear();
    sample.status.devices = {1, 1};
    return sample;
}

SampleHouse noHouse()
{
    SampleHouse sample = smithHouse();
    sample.house.reset();
    sample.status.house.reset();
    sample.status.trials.clear();
    sample.status.attention = {{FindingCode::house_missing, Severity::info, {}, {}, {}}};
    sample.people.clear();
    sample.changes.clear();
    for (auto &one : sample.devices) {
        one.member = one.is_this;
        one.owner.clear();
    }
    return sample;
}

SampleHouse largeHouse()
{
    SampleHouse sample = smithHouse();
    const auto add = [&](std::string id, DeviceKind kind, std::string owner) {
        sample.devices.push_back(device(std::move(id), kind, std::move(owner), "192.168.1.99"));
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
    sample.devices.push_back(away(device("ana-tablet", DeviceKind::tablet, "ana", ""), at("23T09:30")));
    sample.devices.push_back(away(device("emma-laptop", DeviceKind::laptop, "emma", ""), at("23T07:40")));
    return sample;
}

SampleHouse longHistory(int changes)
{
    SampleHouse sample = smithHouse();
    sample.changes.clear();
    sample.status.trials.clear();
    for (int number = 0; number < changes; ++number)
        sample.changes.push_back(
            change(number + 1, sample.now - std::chrono::minutes(7 * number), "Ana", "ana-laptop",
                effect(EffectCode::device_renamed,
                    {{"from", std::format("lamp-{}", number)}, {"to", std::format("lamp-{}", number + 1)}})));
    return sample;
}

} // namespace freehold::screens
