// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/map_plan.h"

#include <algorithm>
#include <bit>
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
    std::vector<Slot> placed;
    placed.reserve(ids.size());
    std::vector<bool> taken;
    for (auto &id : ids) {
        const std::size_t begin = std::bit_floor(placed.size());
        const std::size_t peers = std::max<std::size_t>(begin, 1);
        taken.resize(begin + peers);
        std::size_t at = hashOf(id) % peers;
        while (taken[begin + at])
            at = (at + 1) % peers;
        taken[begin + at] = true;
        const auto index = static_cast<int>(begin + at);
        placed.push_back({std::move(id), index / columns, index % columns});
    }
    return placed;
}

} // namespace freehold::desktop
