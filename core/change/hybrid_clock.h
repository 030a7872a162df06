// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace freehold::change {

/// A hybrid logical time (Kulkarni et al., "Logical Physical Clocks", 2014): the wall clock, and a counter
/// where that stands still or jumps back. Later events of one house always have later stamps.
struct Stamp {
    Time time{};
    std::uint32_t counter = 0;

    friend auto operator<=>(const Stamp &, const Stamp &) = default;
};

/// "2026-11-23T16:40:00.250Z+0"
[[nodiscard]] std::string toText(const Stamp &stamp);
[[nodiscard]] std::optional<Stamp> stampFromText(std::string_view text);

/// None is later: far beyond any clock, and still followed by others that can be written down.
[[nodiscard]] Stamp latestStamp();

class HybridClock {
public:
    explicit HybridClock(const Clock &clock)
        : clock_(clock)
    {
    }
    /// A stamp later than all before and than all observed.
    [[nodiscard]] Stamp next();
    void observe(const Stamp &stamp);
    /// The latest that was given or observed.
    [[nodiscard]] const Stamp &last() const { return last_; }

private:
    const Clock &clock_;
    Stamp last_;
};

} // namespace freehold::change
