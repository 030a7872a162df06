// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/observations.h"

namespace freehold::store {

Result<Observations> observationsIn(Database &database)
{
    Observations found;
    Statement sightings
        = TRY(database.prepare("SELECT id, device, host, answered, last_seen FROM sightings ORDER BY id"));
    while (TRY(sightings.step()))
        found.sightings.push_back({sightings.text(0), sightings.text(1), sightings.text(2),
            sightings.number(3), sightings.number(4)});
    Statement events = TRY(database.prepare("SELECT time, code, arguments FROM events ORDER BY id"));
    while (TRY(events.step()))
        found.events.push_back({events.number(0), events.text(1), events.text(2)});
    return found;
}

Result<void> addObservations(Database &database, const Observations &observations)
{
    return database.transaction([&]() -> Result<void> {
        for (const Observations::Sighting &one : observations.sightings) {
            Statement put = TRY(
                database.prepare("INSERT OR IGNORE INTO sightings (id, device, host, answered, last_seen)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5)"));
            put.bind(1, one.id).bind(2, one.device).bind(3, one.host).bind(4, one.answered);
            if (auto added = put.bind(5, one.last_seen).run(); !added)
                return added;
        }
        for (const Observations::Event &one : observations.events) {
            Statement put
                = TRY(database.prepare("INSERT INTO events (time, code, arguments) VALUES (?1, ?2, ?3)"));
            if (auto added = put.bind(1, one.time).bind(2, one.code).bind(3, one.arguments).run(); !added)
                return added;
        }
        return {};
    });
}

} // namespace freehold::store
