// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backup_calls.h"
#include "contract/calls.h"
#include "support/clock.h"

#include <map>

/// The sample house as an engine would tell it on Monday 23 November 2026 at 16:40 in Berlin, and as other
/// houses that the pictures need.
namespace freehold::screens {

struct SampleHouse {
    contract::Status status;
    std::optional<contract::House> house;
    std::vector<contract::Person> people;
    std::vector<contract::Device> devices;
    std::vector<contract::Change> changes; ///< newest first
    std::map<std::string, contract::Explanation> undo; ///< what taking a change back would do
    std::map<std::string, std::string> inTheWay; ///< for a change, the later one that keeps it from going
    std::vector<std::string> stays; ///< documents that going back leaves as they are
    contract::RawDifference raw;
    std::vector<contract::Pairing> pairings; ///< machines that want to join
    std::vector<contract::AdmittingBackup> backups;
    Time now{};
};

[[nodiscard]] SampleHouse smithHouse();

/// Smith before anything was found: one person, one device, no changes.
[[nodiscard]] SampleHouse emptyHouse();

/// No house yet.
[[nodiscard]] SampleHouse noHouse();

/// Smith with 34 devices, where the map groups.
[[nodiscard]] SampleHouse largeHouse();

/// Smith with so many changes, one every seven minutes.
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
