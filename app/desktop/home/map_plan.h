// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Where things stand on the map. Pure; a thing's place never depends on time, state or name, so that a
/// device keeps its place.
namespace freehold::desktop {

struct Slot {
    std::string id;
    int row = 0;
    int column = 0;

    friend bool operator==(const Slot &, const Slot &) = default;
};

/// Gives each of `ids` a place of its own; rows come in pairs with a wire between them. The ids are in the
/// order in which they came to the house, those that are away included: their places stay free for them.
///
/// After the first, one id has the second place, the next two share two places, the next four four, and so on
/// in powers of two; among its peers an id takes the place that its hash names, or the next free one. So
/// whoever comes last moves nobody, and where one is forgotten nobody moves who was there before it.
[[nodiscard]] std::vector<Slot> placeOnMap(std::vector<std::string> ids, int columns);

/// From so many devices at home on, the map shows groups.
inline constexpr std::size_t groupedFrom = 16;

} // namespace freehold::desktop
