// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/hybrid_clock.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace freehold::change {

std::string toText(const Stamp &stamp)
{
    return toRfc3339(stamp.time) + '+' + std::to_string(stamp.counter);
}

std::optional<Stamp> stampFromText(std::string_view text)
{
    const auto plus = text.rfind('+');
    if (plus == std::string_view::npos)
        return std::nullopt;
    const auto time = fromRfc3339(text.substr(0, plus));
    std::uint32_t counter = 0;
    const auto digits = text.substr(plus + 1);
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), counter);
    if (!time || error != std::errc() || end != digits.end())
        return std::nullopt;
    return Stamp{*time, counter};
}

Stamp latestStamp()
{
    constexpr std::chrono::sys_days day{std::chrono::year{9000} / 1 / 1};
    return {Time(day), 0};
}

Stamp HybridClock::next()
{
    const Stamp now{clock_.now(), 0};
    if (now > last_)
        last_ = now;
    else if (last_.counter < std::numeric_limits<std::uint32_t>::max())
        ++last_.counter;
    else
        last_ = {last_.time + std::chrono::milliseconds(1), 0};
    return last_;
}

void HybridClock::observe(const Stamp &stamp)
{
    last_ = std::max(last_, stamp);
}

} // namespace freehold::change
