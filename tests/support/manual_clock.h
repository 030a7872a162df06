// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clock.h"

namespace freehold::testing {

/// A clock that stands still until it is moved.
class ManualClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return now_; }
    void set(Time now) { now_ = now; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Time now_ = *fromRfc3339("2026-11-23T16:40:00Z");
};

} // namespace freehold::testing
