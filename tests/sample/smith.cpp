// SPDX-License-Identifier: GPL-3.0-or-later
#include "smith/smith.h"

namespace freehold::sample {

using namespace std::chrono_literals;
using contract::DeviceKind;
using contract::EffectCode;
using contract::Role;

namespace {
/// Before Monday 16:40, when the pictures are taken.
constexpr Ago monday(std::chrono::minutes clock)
{
    return 16h + 40min - clock;
}
constexpr Ago sunday(std::chrono::minutes clock)
{
    return monday(clock) + 24h;
}
constexpr Ago saturday(std::chrono::minutes clock)
{
    return sunday(clock) + 24h;
}
constexpr Ago threeWeeksAgo = monday(9h + 12min) + 21 * 24h;
} // namespace

contract::Effect effect(EffectCode code, Arguments args, contract::Undo undo)
{
    return {"devices", code, std::move(args), {}, contract::Severity::info, undo};
}

const std::vector<SmithPerson> &people()
{
    static const std::vector<SmithPerson> all{{"Ana", Role::owner, {}}, {"Tom", Role::owner, {}},
        {"Paul", Role::member, 2011}, {"Emma", Role::member, 2014}};
    return all;
}

const std::vector<SmithDevice> &devices()
{
    static const std::vector<SmithDevice> all{
        {"hall-box", "hall-box", DeviceKind::gateway, "", "9c:6b:00:2f:41:01", {"192.168.1.1"},
            {{"_http._tcp", "hall-box", 80, {}}}, {}, true},
        {"ana-laptop", "ana-laptop", DeviceKind::laptop, "Ana", "9c:6b:00:2f:41:aa", {"192.168.1.34"}, {}, {},
            true},
        {"emma-tablet", "emma-tablet", DeviceKind::tablet, "Emma", "3c:22:fb:10:02:07", {"192.168.1.41"},
            {{"_companion-link._tcp", "emma-tablet", 49152, {}}}, {}, false},
        {"paul-console", "paul-console", DeviceKind::console, "Paul", "00:d9:d1:6a:11:52", {"192.168.1.45"},
            {{"_http._tcp", "paul-console", 80, {}}}, {}, false},
        {"printer", "Brother in the study", DeviceKind::printer, "", "30:05:5c:91:a2:4e", {"192.168.1.52"},
            {{"_ipp._tcp", "Brother HL-L2350DW", 631, {}}, {"_http._tcp", "Brother HL-L2350DW", 80, {}}}, {},
            false},
        {"nas", "nas", DeviceKind::storage, "", "9c:6b:00:2f:41:d8", {"192.168.1.20", "fd4a:91c2:7e10::20"},
            {{"_smb._tcp", "nas", 445, {}}, {"_daap._tcp", "Music on nas", 3689, {}},
                {"_http._tcp", "nas", 80, {}}},
            {}, true},
        {"tom-phone", "tom-phone", DeviceKind::phone, "Tom", "a4:77:33:0b:9d:21", {"192.168.1.38"},
            {{"_companion-link._tcp", "tom-phone", 49152, {}}}, monday(8h + 5min), false},
        {"living-room-tv", "living-room-tv", DeviceKind::television, "", "64:52:99:4c:07:b3",
            {"192.168.1.60"}, {{"_airplay._tcp", "living-room-tv", 7000, {}}}, saturday(22h + 48min), false},
        {"pixel", "Pixel 9", DeviceKind::phone, "", "d2:1f:88:04:5a:e1", {"192.168.1.77"},
            {{"_companion-link._tcp", "Pixel 9", 49152, {}}}, {}, false},
    };
    return all;
}

const std::vector<SmithChange> &changes()
{
    using enum EffectCode;
    static const std::vector<SmithChange> all{
        {threeWeeksAgo, "Ana", "ana-laptop",
            effect(house_created, {{"house", "Smith"}}, contract::Undo::never)},
        {saturday(10h + 10min), "Ana", "ana-laptop",
            effect(person_added, {{"name", "Emma"}, {"role", "member"}})},
        {saturday(10h + 12min), "Ana", "ana-laptop",
            effect(device_assigned, {{"device", "tom-phone"}, {"person", "Tom"}})},
        {sunday(11h + 20min), "Tom", "nas",
            effect(house_domain_changed, {{"from", ""}, {"to", "smith.example"}}), Fate::went_back},
        {sunday(20h + 31min), "Tom", "nas",
            effect(device_renamed, {{"from", "Brother HL-L2350DW"}, {"to", "Brother in the study"}}),
            Fate::kept, {}, "there is another in the office"},
        {monday(11h + 2min), "Ana", "ana-laptop",
            effect(device_assigned, {{"device", "Brother in the study"}, {"person", "Tom"}}),
            Fate::taken_back, 4h + 3min},
        {monday(14h + 52min), "Tom", "nas",
            effect(device_kind_changed, {{"device", "nas"}, {"from", "computer"}, {"to", "storage"}}),
            Fate::by_hand},
        {monday(16h + 38min), "Ana", "ana-laptop",
            effect(house_domain_changed, {{"from", ""}, {"to", "house.example"}}), Fate::on_trial,
            3min + 12s},
    };
    return all;
}

} // namespace freehold::sample
