// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.h"

#include "support/json.h"

#include <QJsonDocument>

namespace freehold::store {

Result<void> Events::add(const Event &event)
{
    const auto arguments
        = QJsonDocument(json::write(event.arguments).toObject()).toJson(QJsonDocument::Compact).toStdString();
    Statement insert
        = TRY(database_.prepare("INSERT INTO events (time, code, arguments) VALUES (?1, ?2, ?3)"));
    insert.bind(1, event.time.time_since_epoch().count()).bind(2, event.code).bind(3, arguments);
    if (auto added = insert.run(); !added)
        return added;
    Statement trim
        = TRY(database_.prepare("DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?1"));
    return trim.bind(1, keptEvents).run();
}

Result<std::vector<Events::Event>> Events::newest(std::int64_t limit)
{
    Statement select
        = TRY(database_.prepare("SELECT time, code, arguments FROM events ORDER BY id DESC LIMIT ?1"));
    select.bind(1, limit);
    std::vector<Event> events;
    while (TRY(select.step())) {
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(select.text(2)));
        auto arguments = json::read<Arguments>(document.object(), "arguments");
        events.push_back({Time(std::chrono::milliseconds(select.number(0))), select.text(1),
            arguments.value_or(Arguments())});
    }
    return events;
}

} // namespace freehold::store
