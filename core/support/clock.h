// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/time.h"

namespace freehold {

/// Where the time comes from, so that a test can make it jump. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Time now() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace freehold
