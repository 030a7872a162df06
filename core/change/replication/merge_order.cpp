// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/merge_order.h"

#include "change/record.h"

#include <algorithm>
#include <set>

namespace freehold::change {

namespace {

/// Walks from the heads to older changes, the latest first. A change is older than all that builds on it, so
/// when its turn comes, all that is later has been seen. When nothing else is left to be seen, all that is
/// older is what it builds on.
class Walk {
public:
    explicit Walk(const Repository &repository)
        : repository_(repository)
    {
    }

    Result<MergeOrder> run(const std::vector<ObjectId> &heads)
    {
        for (const ObjectId &head : heads) {
            if (auto reached = reach(head); !reached)
                return std::unexpected(std::move(reached).error());
        }
        std::vector<Dated> changes;
        for (;;) {
            Dated latest = takeLatest();
            if (waiting_.empty()) {
                std::ranges::reverse(changes);
                return MergeOrder{std::move(latest), std::move(changes)};
            }
            if (latest.commit.parents.empty())
                return failure(ErrorCode::house_identity_changed);
            if (auto reached = reach(latest.commit.parents.front()); !reached)
                return std::unexpected(std::move(reached).error());
            changes.push_back(std::move(latest));
        }
    }

    Result<std::vector<ObjectId>> newestUpTo(const ObjectId &head, const ObjectId &change)
    {
        if (auto reached = reach(head); !reached)
            return std::unexpected(std::move(reached).error());
        while (!waiting_.empty()) {
            const Dated latest = takeLatest();
            if (latest.id == change) {
                std::vector<ObjectId> older{change};
                std::ranges::transform(waiting_, std::back_inserter(older), &Dated::id);
                return newestOf(repository_, std::move(older));
            }
            if (latest.commit.parents.empty())
                continue;
            if (auto reached = reach(latest.commit.parents.front()); !reached)
                return std::unexpected(std::move(reached).error());
        }
        return failure(ErrorCode::change_missing, {{"change", change}});
    }

    /// Of changes, once each: those that no other builds on.
    Result<std::vector<ObjectId>> newestAmong(const std::vector<ObjectId> &changes)
    {
        for (const ObjectId &change : changes) {
            if (auto reached = reach(change); !reached)
                return std::unexpected(std::move(reached).error());
        }
        std::set<ObjectId> builtOn;
        for (std::size_t left = changes.size(); left > 0;) {
            const Dated latest = takeLatest();
            left -= std::ranges::binary_search(changes, latest.id) ? 1 : 0;
            if (latest.commit.parents.empty())
                continue;
            for (ObjectId &id : TRY(changesAt(repository_, latest.commit.parents.front()))) {
                if (!builtOn.insert(id).second)
                    continue;
                if (auto reached = reach(id); !reached)
                    return std::unexpected(std::move(reached).error());
            }
        }
        std::vector<ObjectId> newest;
        std::ranges::copy_if(changes, std::back_inserter(newest),
            [&](const ObjectId &change) { return !builtOn.contains(change); });
        return newest;
    }

private:
    Dated takeLatest() { return std::move(waiting_.extract(std::prev(waiting_.end())).value()); }

    Result<void> reach(const ObjectId &commit)
    {
        for (const ObjectId &id : TRY(changesAt(repository_, commit))) {
            Commit found = TRY(repository_.commit(id));
            const Stamp stamp = fromMessage(found.message).stamp;
            waiting_.insert({id, stamp, std::move(found)});
        }
        return {};
    }

    const Repository &repository_;
    std::set<Dated> waiting_;
};

} // namespace

Result<MergeOrder> mergeOrder(const Repository &repository, const std::vector<ObjectId> &heads)
{
    return Walk(repository).run(heads);
}

Result<std::vector<ObjectId>> headsUpTo(
    const Repository &repository, const ObjectId &head, const ObjectId &change)
{
    return Walk(repository).newestUpTo(head, change);
}

Result<std::vector<ObjectId>> changesAt(const Repository &repository, const ObjectId &commit)
{
    Commit found = TRY(repository.commit(commit));
    return found.parents.size() > 1 ? std::move(found.parents) : std::vector{commit};
}

Result<std::vector<ObjectId>> newestOf(const Repository &repository, std::vector<ObjectId> changes)
{
    std::ranges::sort(changes);
    const auto [first, last] = std::ranges::unique(changes);
    changes.erase(first, last);
    if (changes.size() < 2)
        return changes;
    return Walk(repository).newestAmong(changes);
}

} // namespace freehold::change
