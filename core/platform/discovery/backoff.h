// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace freehold::platform {

/// Tries again later, each time after twice as long, up to a cap.
class Backoff : public QTimer {
public:
    Backoff() { setSingleShot(true); }

    void tryLater()
    {
        start(wait_);
        wait_ = std::min(wait_ * 2, longest);
    }

    void reset()
    {
        stop();
        wait_ = shortest;
    }

private:
    /// A daemon that restarts is back within a second.
    static constexpr std::chrono::milliseconds shortest{100};
    /// A machine at rest shall not be woken for what may never come.
    static constexpr std::chrono::milliseconds longest{60'000};

    std::chrono::milliseconds wait_ = shortest;
};

} // namespace freehold::platform
