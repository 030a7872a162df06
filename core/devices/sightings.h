// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"
#include "store/database.h"

#include <vector>

namespace freehold::devices {

/// What was seen, across restarts. Devices that nobody named and that were not seen for `kept` go.
class Sightings {
public:
    static constexpr std::chrono::days kept{90};

    struct Sighting {
        contract::Device device; ///< without services and addresses, which are only good while they last
        std::string host; ///< the host name that it gave last
        bool answered = false;
    };

    explicit Sightings(store::Database &database)
        : database_(database)
    {
    }
    [[nodiscard]] Result<void> write(const std::vector<Sighting> &sightings);
    [[nodiscard]] Result<void> remove(const std::string &id);
    [[nodiscard]] Result<std::vector<Sighting>> all();
    [[nodiscard]] Result<void> dropOld(Time now);

private:
    store::Database &database_;
};

} // namespace freehold::devices
