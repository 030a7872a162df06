// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace freehold::simulation {

/// All that is random in one history, from its seed.
class Chance {
public:
    explicit Chance(std::uint32_t seed)
        : engine_(seed)
    {
    }

    [[nodiscard]] std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
    }
    [[nodiscard]] bool oneIn(std::size_t times) { return below(times) == 0; }
    template <class Type>
    [[nodiscard]] const Type &oneOf(const std::vector<Type> &all)
    {
        return all[below(all.size())];
    }

private:
    std::mt19937 engine_;
};

} // namespace freehold::simulation
