// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/history.h"

#include "change/replication/house_merge.h"
#include "contract/document_kind.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <ranges>

namespace freehold::change {

using contract::Cause;

Result<void> History::reset(const ObjectId &head)
{
    newer_.clear();
    older_.clear();
    places_.clear();
    lastSaid_.clear();
    restores_.clear();
    takenInAs_.clear();
    leftOut_.clear();
    fates_.clear();
    waiting_.clear();
    return reach(head);
}

Result<void> History::reach(const ObjectId &commit)
{
    const auto changes = TRY(changesAt(repository_, commit));
    if (changes.size() > 1) {
        for (const LeftOut &one : leftOutIn(TRY(repository_.commit(commit)).message))
            leftOut_.insert(one.change);
    }
    for (const ObjectId &id : changes) {
        Commit found = TRY(repository_.commit(id));
        const Stamp stamp = fromMessage(found.message).stamp;
        waiting_.insert({id, stamp, std::move(found)});
    }
    return {};
}

void History::place(const ObjectId &id, std::int64_t at, const Record &record)
{
    places_.emplace(id, at);
    fates_.erase(id);
    const Row row{id, record.cause, record.refersTo};
    if (!record.byHand.empty()) {
        const auto [taken, isFirst] = takenInAs_.try_emplace(record.byHand, id);
        if (!isFirst && places_.at(taken->second) < at)
            taken->second = id;
    }
    if (record.cause == Cause::restore) {
        restores_.emplace(at, row);
    } else if (record.cause == Cause::undo || record.cause == Cause::redo
        || record.cause == Cause::roll_back) {
        const auto [said, isFirst] = lastSaid_.try_emplace(record.refersTo, row);
        if (!isFirst && places_.at(said->second.id) < at)
            said->second = row;
    }
}

void History::add(const ObjectId &id, const Record &record)
{
    newer_.push_back({id, record.cause, record.refersTo});
    place(id, std::ssize(newer_), record);
    fates_.clear();
}

Result<bool> History::readOn()
{
    if (waiting_.empty())
        return false;
    const Commit commit = std::move(waiting_.extract(std::prev(waiting_.end())).value().commit);
    const Record record = fromMessage(commit.message);
    older_.push_back({commit.id, record.cause, record.refersTo});
    place(commit.id, -std::ssize(older_), record);
    if (!commit.parents.empty()) {
        if (auto reached = reach(commit.parents.front()); !reached)
            return std::unexpected(std::move(reached).error());
    }
    return true;
}

Result<bool> History::contains(const ObjectId &id)
{
    while (!places_.contains(id)) {
        if (!TRY(readOn()))
            return false;
    }
    return true;
}

Result<std::vector<History::Row>> History::rows(const ObjectId &before, std::size_t limit)
{
    if (!before.empty() && !TRY(contains(before)))
        return failure(ErrorCode::change_missing, {{"change", before}});
    std::vector<Row> page;
    bool started = before.empty();
    const auto offer = [&](const Row &row) {
        if (started && row.cause != Cause::roll_back)
            page.push_back(row);
        started = started || row.id == before;
    };
    for (const Row &row : newer_ | std::views::reverse) {
        if (page.size() == limit)
            return page;
        offer(row);
    }
    for (std::size_t at = 0; page.size() < limit; ++at) {
        if (at == older_.size() && !TRY(readOn()))
            break;
        offer(older_[at]);
    }
    return page;
}

Result<std::vector<History::Row>> History::after(const ObjectId &id)
{
    if (!TRY(contains(id)))
        return failure(ErrorCode::change_missing, {{"change", id}});
    std::vector<Row> later;
    for (const Row &row : newer_ | std::views::reverse) {
        if (row.id == id)
            return later;
        later.push_back(row);
    }
    for (const Row &row : older_) {
        if (row.id == id)
            break;
        later.push_back(row);
    }
    return later;
}

Result<ObjectId> History::at(Time time)
{
    for (const Row &row : newer_ | std::views::reverse) {
        const Commit commit = TRY(repository_.commit(row.id));
        if (fromMessage(commit.message).stamp.time <= time)
            return row.id;
    }
    for (std::size_t at = 0;; ++at) {
        if (at == older_.size() && !TRY(readOn()))
            return failure(ErrorCode::change_missing, {{"change", toRfc3339(time)}});
        const Commit commit = TRY(repository_.commit(older_[at].id));
        if (fromMessage(commit.message).stamp.time <= time)
            return older_[at].id;
    }
}

bool History::goesBackPast(const ObjectId &id, std::int64_t at) const
{
    const auto restore = restores_.find(places_.at(id));
    if (restore == restores_.end())
        return false;
    const auto target = places_.find(restore->second.refersTo);
    return target == places_.end() || target->second < at;
}

History::Fate History::judge(const ObjectId &id) const
{
    const auto place = places_.find(id);
    // What was not read yet is older than all that was.
    const std::int64_t at = place == places_.end() ? std::numeric_limits<std::int64_t>::min() : place->second;
    const auto said = lastSaid_.find(id);
    const std::int64_t saidAt = said == lastSaid_.end() ? at : places_.at(said->second.id);
    if (said != lastSaid_.end()) {
        const Row &last = said->second;
        const Fate &fate = fateOf(last.id);
        // Who took a redo back took the change back; an undo that was itself taken back took nothing back,
        // unless by going back to before what it undid.
        if (last.cause == Cause::redo && !fate.goneBy.empty())
            return {fate.goneBy, false};
        if (last.cause != Cause::redo && (fate.goneBy.empty() || goesBackPast(fate.goneBy, at)))
            return {last.id, last.cause == Cause::roll_back};
    }
    // A restore takes back what stands between it and the change to which it went; that one is older than all
    // that was read where it was not read itself.
    for (auto restore = restores_.rbegin(); restore != restores_.rend() && restore->first > saidAt;
        ++restore) {
        if (goesBackPast(restore->second.id, at) && holds(restore->second.id) && !onlyGoesForward(id))
            return {restore->second.id, false};
    }
    return {};
}

const History::Fate &History::fateOf(const ObjectId &id) const
{
    static const Fate unknown;
    if (!places_.contains(id) && !lastSaid_.contains(id))
        return unknown;
    if (const auto known = fates_.find(id); known != fates_.end())
        return known->second;
    return fates_.emplace(id, judge(id)).first->second;
}

ObjectId History::undoneBy(const ObjectId &id) const
{
    const Fate &fate = fateOf(id);
    return fate.isRolledBack ? ObjectId() : fate.goneBy;
}

ObjectId History::rolledBackBy(const ObjectId &id) const
{
    const Fate &fate = fateOf(id);
    return fate.isRolledBack ? fate.goneBy : ObjectId();
}

bool History::onlyGoesForward(const ObjectId &id) const
{
    const auto paths = [&]() -> Result<std::vector<std::string>> {
        const Commit commit = TRY(repository_.commit(id));
        const ObjectId before
            = commit.parents.empty() ? ObjectId() : TRY(repository_.commit(commit.parents.front())).tree;
        return repository_.changedPaths(before, commit.tree);
    }();
    return paths && !paths->empty() && std::ranges::all_of(*paths, contract::goesOnlyForward);
}

bool History::isLeftOut(const ObjectId &id) const
{
    const auto said = lastSaid_.find(id);
    const bool isChosen
        = said != lastSaid_.end() && said->second.cause == Cause::redo && holds(said->second.id);
    return leftOut_.contains(id) && !isChosen;
}

ObjectId History::takenInAs(const ObjectId &byHand) const
{
    const auto found = takenInAs_.find(byHand);
    return found == takenInAs_.end() ? ObjectId() : found->second;
}

} // namespace freehold::change
