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

std::vector<ObjectId> commitsOf(const ObjectId &last)
{
    return last.empty() ? std::vector<ObjectId>() : std::vector{last};
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
        if (revocation.member == author && !TRY(knownTo(revocation.last))->contains(commit.id))
            isExcluded = !TRY(onlyRevokes(repository_, commit));
    }
    if (isExcluded)
        excluded_.insert(commit.id);
    return isExcluded;
}

Result<const std::set<ObjectId> *> Exclusion::knownTo(const ObjectId &last)
{
    auto known = knownTo_.find(last);
    if (known == knownTo_.end()) {
        std::set<ObjectId> commits;
        if (!last.empty())
            commits = std::ranges::to<std::set>(TRY(repository_.commitsBetween({}, last)));
        known = knownTo_.emplace(last, std::move(commits)).first;
    }
    return &known->second;
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
        for (const ObjectId &id : TRY(repository.commitsBetween(commitsOf(revocation.last), head)))
            isTouched = isTouched || authorOf(TRY(repository.commit(id))) == revocation.member;
    }
    if (!isTouched)
        return exclusion;
    for (const ObjectId &id : TRY(repository.commitsBetween({}, head))) {
        const Commit commit = TRY(repository.commit(id));
        if (auto looked = exclusion.look(commit, authorOf(commit)); !looked)
            return std::unexpected(std::move(looked).error());
    }
    return exclusion;
}

} // namespace freehold::change
