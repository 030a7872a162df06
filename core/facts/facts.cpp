// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/facts.h"

namespace freehold::facts {

Result<void> Facts::store(std::string_view type, const std::string &key, const std::string &owner,
    std::chrono::seconds lifetime, const std::string &value)
{
    store::Statement old
        = TRY(database_.prepare("SELECT owner, version, value FROM facts WHERE type = ?1 AND key = ?2"));
    old.bind(1, type).bind(2, key);
    std::int64_t version = 1;
    bool same = false;
    if (TRY(old.step())) {
        if (old.text(0) != owner)
            return failure(ErrorCode::not_permitted, {{"fact", key}});
        same = old.text(2) == value;
        version = old.number(1) + (same ? 0 : 1);
    }
    const Time expires = clock_.now() + lifetime;
    store::Statement put
        = TRY(database_.prepare("INSERT OR REPLACE INTO facts (type, key, owner, version, expires, value)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    put.bind(1, type).bind(2, key).bind(3, owner).bind(4, version);
    put.bind(5, expires.time_since_epoch().count()).bind(6, value);
    if (auto stored = put.run(); !stored)
        return stored;
    if (!same)
        Q_EMIT changed(type);
    return {};
}

std::vector<std::string> Facts::values(std::string_view type) const
{
    std::vector<std::string> found;
    auto select = database_.prepare("SELECT value FROM facts WHERE type = ?1 AND expires > ?2 ORDER BY key");
    if (!select)
        return found;
    select->bind(1, type).bind(2, clock_.now().time_since_epoch().count());
    for (auto row = select->step(); row && *row; row = select->step())
        found.push_back(select->text(0));
    return found;
}

Result<void> Facts::expire()
{
    store::Statement gone = TRY(database_.prepare("DELETE FROM facts WHERE expires <= ?1"));
    return gone.bind(1, clock_.now().time_since_epoch().count()).run();
}

} // namespace freehold::facts
