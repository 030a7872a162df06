// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "support/error.h"
#include "support/time.h"

#include <vector>

namespace freehold::store {

/// What happened on this machine, for whoever looks into it. The oldest go: see `keptEvents`.
class Events {
public:
    static constexpr std::int64_t keptEvents = 10'000;

    struct Event {
        Time time{};
        std::string code;
        Arguments arguments;
    };

    explicit Events(Database &database)
        : database_(database)
    {
    }
    [[nodiscard]] Result<void> add(const Event &event);
    /// Newest first.
    [[nodiscard]] Result<std::vector<Event>> newest(std::int64_t limit);

private:
    Database &database_;
};

} // namespace freehold::store
