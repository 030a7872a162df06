// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "support/shape.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace freehold::store {

/// What a machine has seen and what happened on it, as it leaves the machine: in a backup, where its owner
/// says so.
struct Observations {
    struct Sighting {
        std::string id;
        std::string device; ///< JSON
        std::string host;
        std::int64_t answered = 0;
        std::int64_t last_seen = 0; ///< milliseconds since 1970
        static constexpr auto fields()
        {
            return std::tuple{field("id", &Sighting::id), field("device", &Sighting::device),
                field("host", &Sighting::host), field("answered", &Sighting::answered),
                field("last_seen", &Sighting::last_seen)};
        }
    };
    struct Event {
        std::int64_t time = 0; ///< milliseconds since 1970
        std::string code;
        std::string arguments; ///< JSON
        static constexpr auto fields()
        {
            return std::tuple{field("time", &Event::time), field("code", &Event::code),
                field("arguments", &Event::arguments)};
        }
    };

    std::vector<Sighting> sightings;
    std::vector<Event> events; ///< oldest first
    static constexpr auto fields()
    {
        return std::tuple{
            field("sightings", &Observations::sightings), field("events", &Observations::events)};
    }
};

[[nodiscard]] Result<Observations> observationsIn(Database &database);
/// All or nothing. What was seen here holds before what was seen elsewhere.
[[nodiscard]] Result<void> addObservations(Database &database, const Observations &observations);

} // namespace freehold::store
