// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/map_plan.h"

#include <algorithm>
#include <cstdint>

namespace freehold::desktop {

namespace {
/// FNV-1a: the same on every machine and in every version, which std::hash does not promise.
std::uint64_t hashOf(const std::string &id)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char letter : id) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 1099511628211ULL;
    }
    return hash;
}
} // namespace

std::vector<Slot> placeOnMap(std::vector<std::string> ids, int columns)
{
    const auto count = static_cast<int>(ids.size());
    const int rows = (count + columns - 1) / columns;
    const auto slots = static_cast<std::size_t>(std::max(1, rows) * columns);
    std::ranges::sort(ids);
    std::vector<bool> taken(slots);
    std::vector<Slot> placed;
    placed.reserve(ids.size());
    for (auto &id : ids) {
        std::size_t slot = hashOf(id) % slots;
        while (taken[slot])
            slot = (slot + 1) % slots;
        taken[slot] = true;
        const auto index = static_cast<int>(slot);
        placed.push_back({std::move(id), index / columns, index % columns});
    }
    return placed;
}

} // namespace freehold::desktop
