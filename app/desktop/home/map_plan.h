// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"

#include <string>
#include <vector>

/// Where things stand on the map. Pure; a thing's place depends on its id and on how many there are,
/// never on time, state or name, so that a device keeps its place.
namespace freehold::desktop {

struct Slot {
    std::string id;
    int row = 0;
    int column = 0;

    friend bool operator==(const Slot &, const Slot &) = default;
};

/// Rows come in pairs with a wire between them. Each id goes to its own slot, or the next free one.
[[nodiscard]] std::vector<Slot> placeOnMap(std::vector<std::string> ids, int columns);

/// From so many devices at home on, the map shows groups.
inline constexpr std::size_t groupedFrom = 16;

} // namespace freehold::desktop
