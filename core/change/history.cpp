// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/history.h"

#include <algorithm>
#include <ranges>

namespace freehold::change {

using contract::Cause;

void History::reset(const ObjectId &head)
{
    newer_.clear();
    older_.clear();
    undoneBy_.clear();
    rolledBackBy_.clear();
    next_ = head;
}

void History::add(const ObjectId &id, const Record &record)
{
    newer_.push_back({id, record.cause, record.refersTo});
    // What happens last counts, so a new row overrides what older ones said.
    if (record.cause == Cause::undo)
        undoneBy_[record.refersTo] = id;
    else if (record.cause == Cause::redo)
        undoneBy_[record.refersTo] = rolledBackBy_[record.refersTo] = {};
    else if (record.cause == Cause::roll_back)
        rolledBackBy_[record.refersTo] = id;
}

void History::note(const Row &row)
{
    // Read from the newest back: what was said first counts.
    if (row.cause == Cause::undo)
        undoneBy_.try_emplace(row.refersTo, row.id);
    else if (row.cause == Cause::redo) {
        undoneBy_.try_emplace(row.refersTo);
        rolledBackBy_.try_emplace(row.refersTo);
    } else if (row.cause == Cause::roll_back)
        rolledBackBy_.try_emplace(row.refersTo, row.id);
}

Result<bool> History::readOn()
{
    if (next_.empty())
        return false;
    const Commit commit = TRY(repository_.commit(next_));
    Record record = fromMessage(commit.message);
    older_.push_back({commit.id, record.cause, std::move(record.refersTo)});
    note(older_.back());
    next_ = commit.parents.empty() ? ObjectId() : commit.parents.front();
    return true;
}

Result<bool> History::contains(const ObjectId &id)
{
    if (std::ranges::contains(newer_, id, &Row::id) || std::ranges::contains(older_, id, &Row::id))
        return true;
    for (;;) {
        if (!TRY(readOn()))
            return false;
        if (older_.back().id == id)
            return true;
    }
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

ObjectId History::undoneBy(const ObjectId &id) const
{
    const auto found = undoneBy_.find(id);
    if (found == undoneBy_.end() || found->second.empty())
        return {};
    // An undo that was itself taken back took nothing back.
    const bool holds = undoneBy(found->second).empty() && rolledBackBy(found->second).empty();
    return holds ? found->second : ObjectId();
}

ObjectId History::rolledBackBy(const ObjectId &id) const
{
    const auto found = rolledBackBy_.find(id);
    return found == rolledBackBy_.end() ? ObjectId() : found->second;
}

} // namespace freehold::change
