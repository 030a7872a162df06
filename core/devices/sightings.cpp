// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/sightings.h"

#include "support/json.h"

#include <QJsonDocument>

namespace freehold::devices {

Result<void> Sightings::write(const std::vector<Sighting> &sightings)
{
    return database_.transaction([&]() -> Result<void> {
        for (const Sighting &sighting : sightings) {
            contract::Device device = sighting.device;
            device.services.clear();
            device.addresses.clear();
            store::Statement put = TRY(
                database_.prepare("INSERT OR REPLACE INTO sightings (id, device, answered, last_seen, host)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5)"));
            const auto text
                = QJsonDocument(json::write(device).toObject()).toJson(QJsonDocument::Compact).toStdString();
            const Time seen = device.last_seen.value_or(Time());
            put.bind(1, device.id).bind(2, text).bind(3, sighting.answered ? 1 : 0);
            put.bind(4, seen.time_since_epoch().count()).bind(5, sighting.host);
            if (auto stored = put.run(); !stored)
                return stored;
        }
        return {};
    });
}

Result<void> Sightings::remove(const std::string &id)
{
    store::Statement gone = TRY(database_.prepare("DELETE FROM sightings WHERE id = ?1"));
    return gone.bind(1, id).run();
}

Result<std::vector<Sightings::Sighting>> Sightings::all()
{
    store::Statement select = TRY(database_.prepare("SELECT device, answered, host FROM sightings"));
    std::vector<Sighting> found;
    while (TRY(select.step())) {
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(select.text(0)));
        // A row from another version that no longer reads is an observation lost, and no more.
        if (auto device = json::read<contract::Device>(document.object(), ""))
            found.push_back({std::move(*device), select.text(2), select.number(1) != 0});
    }
    return found;
}

Result<void> Sightings::dropOld(Time now)
{
    store::Statement gone = TRY(database_.prepare("DELETE FROM sightings WHERE last_seen < ?1"));
    return gone.bind(1, (now - kept).time_since_epoch().count()).run();
}

} // namespace freehold::devices
