// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/exclusion.h"

#include "change/record.h"
#include "change/replication/merge_order.h"

#include <algorithm>

namespace freehold::change {

namespace {

/// Who made a commit that counted so far, whose signature is therefore known to be that member's.
std::string authorOf(const Commit &commit)
{
    return commit.parents.size() > 1 ? std::string() : fromMessage(commit.message).author.deviceId;
}

} // namespace

Exclusion::Exclusion(const Repository &repository, Revocations revocations)
    : repository_(repository)
    , revocations_(std::move(revocations))
{
}

Result<bool> Exclusion::look(const Commit &commit, const std::string &author)
{
    bool isExcluded = std::ranges::any_of(
        commit.parents, [this](const ObjectId &parent) { return excluded_.contains(parent); });
    for (const Revocation &revocation : revocations_) {
        if (isExcluded)
            break;
        if (revocation.member == author && !TRY(historyOf(revocation.known))->contains(commit.id))
            isExcluded = !TRY(onlyRevokes(repository_, commit, revocations_));
    }
    if (isExcluded)
        excluded_.insert(commit.id);
    return isExcluded;
}

Result<const std::set<ObjectId> *> Exclusion::historyOf(const ObjectId &commit)
{
    auto history = histories_.find(commit);
    if (history == histories_.end()) {
        auto commits = std::ranges::to<std::set>(TRY(repository_.commitsBetween({}, {commit})));
        history = histories_.emplace(commit, std::move(commits)).first;
    }
    return &history->second;
}

Result<std::vector<ObjectId>> Exclusion::newestLeft(const ObjectId &head) const
{
    std::vector<ObjectId> left;
    std::vector<ObjectId> waiting{head};
    std::set<ObjectId> seen{head};
    while (!waiting.empty()) {
        ObjectId id = std::move(waiting.back());
        waiting.pop_back();
        if (!excludes(id)) {
            left.push_back(std::move(id));
            continue;
        }
        for (ObjectId &parent : TRY(repository_.commit(id)).parents) {
            if (seen.insert(parent).second)
                waiting.push_back(std::move(parent));
        }
    }
    return left;
}

Result<Exclusion> exclusionOf(const Repository &repository, const ObjectId &head, const Revocations &former,
    const Revocations &revocations)
{
    Exclusion exclusion(repository, revocations);
    bool isTouched = false;
    for (const Revocation &revocation : revocations) {
        if (isTouched || former.contains(revocation))
            continue;
        for (const ObjectId &id : TRY(repository.commitsBetween({revocation.known}, {head})))
            isTouched = isTouched || authorOf(TRY(repository.commit(id))) == revocation.member;
    }
    if (!isTouched)
        return exclusion;
    for (const ObjectId &id : TRY(repository.commitsBetween({}, {head}))) {
        const Commit commit = TRY(repository.commit(id));
        if (auto looked = exclusion.look(commit, authorOf(commit)); !looked)
            return std::unexpected(std::move(looked).error());
    }
    return exclusion;
}

} // namespace freehold::change
