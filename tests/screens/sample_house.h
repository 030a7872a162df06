// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/calls.h"
#include "support/clock.h"

#include <map>

/// The one sample house that every picture is made from: Smith, with Ana, Tom, Paul and Emma, and nine
/// devices, on Monday 23 November 2026 at 16:40 in Berlin.
namespace freehold::screens {

struct SampleHouse {
    contract::Status status;
    std::optional<contract::House> house;
    std::vector<contract::Person> people;
    std::vector<contract::Device> devices;
    std::vector<contract::Change> changes; ///< newest first
    std::map<std::string, contract::Explanation> undo; ///< what taking a change back would do
    contract::RawDifference raw;
    Time now{};
};

[[nodiscard]] SampleHouse smithHouse();

/// Smith an hour after it was made: one person, one device, no changes but the first.
[[nodiscard]] SampleHouse emptyHouse();

/// No house yet.
[[nodiscard]] SampleHouse noHouse();

/// Smith with 34 devices, where the map groups.
[[nodiscard]] SampleHouse largeHouse();

/// Smith with so many changes, one a minute.
[[nodiscard]] SampleHouse longHistory(int changes);

class FixedClock final : public Clock {
public:
    explicit FixedClock(Time time)
        : time_(time)
    {
    }
    [[nodiscard]] Time now() const override { return time_; }
    void set(Time time) { time_ = time; }

private:
    Time time_;
};

} // namespace freehold::screens
