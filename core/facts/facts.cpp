// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/facts.h"

#include <algorithm>

namespace freehold::facts {

namespace {

constexpr const char *columns = "SELECT type, key, owner, version, expires, value, signature FROM facts ";

StatedFact rowOf(const store::Statement &select)
{
    return {select.text(0), select.text(1), select.text(2), select.number(3),
        Time(Time::duration(select.number(4))), select.text(5), select.text(6)};
}

std::vector<StatedFact> rowsOf(Result<store::Statement> select)
{
    std::vector<StatedFact> found;
    if (!select)
        return found;
    for (auto row = select->step(); row && *row; row = select->step())
        found.push_back(rowOf(*select));
    return found;
}

} // namespace

Result<void> Facts::state(StatedFact fact, std::chrono::seconds lifetime, bool isForOthers)
{
    const auto former = find(fact.type, fact.owner, fact.key);
    const Time now = clock_.now();
    bool isSame = false;
    if (former) {
        isSame = former->value == fact.value && former->expires > now;
        if (isSame && former->expires > now + lifetime / 2)
            return {};
    }
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    fact.version = std::max<std::int64_t>(sinceEpoch.count(), former ? former->version + 1 : 1);
    if (const auto outdone = outdone_.find({fact.type, fact.key}); outdone != outdone_.end())
        fact.version = std::max(fact.version, outdone->second + 1);
    if (auto written = write(fact, isForOthers); !written)
        return written;
    if (!isSame)
        Q_EMIT changed(fact.type);
    if (isForOthers)
        Q_EMIT stated(fact);
    return {};
}

Result<void> Facts::write(const StatedFact &fact, bool isForOthers)
{
    store::Statement put = TRY(database_.prepare(
        "INSERT OR REPLACE INTO facts (type, key, owner, version, expires, value, signature, travels)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    put.bind(1, fact.type).bind(2, fact.key).bind(3, fact.owner).bind(4, fact.version);
    put.bind(5, fact.expires.time_since_epoch().count()).bind(6, fact.value).bind(7, fact.signature);
    return put.bind(8, std::int64_t(isForOthers)).run();
}

Result<bool> Facts::take(const StatedFact &stated)
{
    const auto former = find(stated.type, stated.owner, stated.key);
    if (former && former->version >= stated.version)
        return false;
    if (!former) {
        store::Statement count = TRY(database_.prepare("SELECT count(*) FROM facts WHERE owner = ?1"));
        count.bind(1, stated.owner);
        if (TRY(count.step()) && count.number(0) >= static_cast<std::int64_t>(mostFacts))
            return failure(
                ErrorCode::message_too_large, {{"part", "facts"}, {"limit", std::to_string(mostFacts)}});
    }
    if (auto written = write(stated, true); !written)
        return std::unexpected(std::move(written).error());
    if (!former || former->value != stated.value)
        Q_EMIT changed(stated.type);
    return true;
}

Result<void> Facts::outdo(const StatedFact &newer)
{
    auto own = find(newer.type, newer.owner, newer.key);
    if (own && own->version >= newer.version)
        return {};
    std::int64_t &version = outdone_[{newer.type, newer.key}];
    version = std::max(version, newer.version);
    if (!own)
        return {};
    own->version = newer.version + 1;
    if (auto written = write(*own, true); !written)
        return written;
    Q_EMIT stated(*own);
    return {};
}

std::vector<StatedFact> Facts::travelling() const
{
    auto select = database_.prepare(
        std::string(columns) + "WHERE travels = 1 AND expires > ?1 ORDER BY owner, type, key");
    if (select)
        select->bind(1, clock_.now().time_since_epoch().count());
    return rowsOf(std::move(select));
}

std::vector<StatedFact> Facts::ofType(std::string_view type) const
{
    auto select
        = database_.prepare(std::string(columns) + "WHERE type = ?1 AND expires > ?2 ORDER BY key, owner");
    if (select)
        select->bind(1, type).bind(2, clock_.now().time_since_epoch().count());
    return rowsOf(std::move(select));
}

std::optional<StatedFact> Facts::find(
    std::string_view type, const std::string &owner, const std::string &key) const
{
    auto select = database_.prepare(std::string(columns) + "WHERE type = ?1 AND owner = ?2 AND key = ?3");
    if (select)
        select->bind(1, type).bind(2, owner).bind(3, key);
    auto rows = rowsOf(std::move(select));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<void> Facts::expire()
{
    store::Statement gone = TRY(database_.prepare("DELETE FROM facts WHERE expires <= ?1"));
    return gone.bind(1, clock_.now().time_since_epoch().count()).run();
}

} // namespace freehold::facts
