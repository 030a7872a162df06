// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/haves.h"

#include "change/replication/merge_order.h"

namespace freehold::change {

namespace {

/// Where the way is gone anew, it is remembered from so far back, where newer heads still come by; and only
/// once they are so far away, which keeps what is said dense where it is new.
constexpr std::size_t rememberedFrom = 64;
constexpr std::size_t farthest = 256;

struct WayBack {
    std::vector<ObjectId> passed; ///< some of it: all at first, then ever fewer
    ObjectId end; ///< where it ends, and was not passed; empty past the first commit
};

/// Back from a commit by first parents, to another or as many steps.
Result<WayBack> wayBack(
    const Repository &repository, const ObjectId &from, const ObjectId &to, std::size_t most)
{
    constexpr std::size_t dense = 8;
    WayBack way{{}, from};
    std::size_t next = 0;
    std::size_t step = 1;
    for (std::size_t at = 0; at < most && !way.end.empty() && way.end != to; ++at) {
        const Commit commit = TRY(repository.commit(way.end));
        if (at == next) {
            way.passed.push_back(way.end);
            step *= way.passed.size() > dense ? 2 : 1;
            next += step;
        }
        way.end = commit.parents.empty() ? ObjectId() : commit.parents.front();
    }
    return way;
}

} // namespace

Result<Haves> OwnHaves::of(const Repository &repository, const ObjectId &head)
{
    WayBack recent = TRY(wayBack(repository, head, from_, farthest));
    if (recent.end != from_ || from_.empty()) {
        recent = TRY(wayBack(repository, head, {}, rememberedFrom));
        from_ = recent.end;
        older_ = TRY(wayBack(repository, from_, {}, SIZE_MAX)).passed;
    }
    Haves haves{TRY(changesAt(repository, head)), std::move(recent.passed)};
    haves.older.insert(haves.older.end(), older_.begin(), older_.end());
    return haves;
}

} // namespace freehold::change
