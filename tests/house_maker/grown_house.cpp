// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_maker/grown_house.h"

#include <array>
#include <format>

namespace freehold::testing {

namespace {

constexpr int people = 8;
constexpr std::array kinds{"phone", "computer", "printer", "television", "speaker", "camera", "storage"};
/// As often as a person pauses: the engine packs five seconds after the last change.
constexpr int changesBetweenPauses = 50;

std::string personText(int number)
{
    return std::format(
        "name = \"Person {}\"\nrole = \"member\"\nbirth_year = {}\n", number, 1950 + number * 8);
}

} // namespace

std::string devicePath(int number)
{
    return std::format("devices/device-{}.toml", number);
}

std::string deviceText(int number, int revision)
{
    const auto kind = kinds[static_cast<std::size_t>(number) % kinds.size()];
    return std::format("# Bought for the {} room.\nname = \"{} {}, place {}\"\nowner = \"person-{}\"\n"
                       "kind = \"{}\"\nmac = \"02:00:00:00:{:02x}:{:02x}\"\n",
        number % 7, kind, number, revision, number % people, kind, number / 256, number % 256);
}

Result<void> grow(OpenHouse &house, const Size &size, const std::function<void(int)> &progress)
{
    // The founding wrote three documents in one change: the house, its first member and that one's device.
    constexpr int founding = 3;
    const int devices = size.documents - founding - people;
    int made = 1;
    const auto write = [&](const std::string &path, const std::string &text) -> Result<void> {
        if (auto written = house.write(path, text); !written)
            return std::unexpected(std::move(written).error());
        ++made;
        if (progress)
            progress(made);
        if (made % changesBetweenPauses == 0)
            return house.pipeline().repository().packIfDue();
        return {};
    };
    for (int number = 0; number < people && made < size.changes; ++number) {
        if (auto done = write(std::format("people/person-{}.toml", number), personText(number)); !done)
            return done;
    }
    for (int revision = 0; made < size.changes; ++revision) {
        for (int number = 0; number < devices && made < size.changes; ++number) {
            if (auto done = write(devicePath(number), deviceText(number, revision)); !done)
                return done;
        }
    }
    return {};
}

} // namespace freehold::testing
