// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/history_check.h"

#include "change/admission.h"
#include "change/replication/merge_order.h"
#include "change/signed_commit.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace freehold::change {

namespace {

/// More members than any house has changed something at once.
constexpr std::size_t mostHeads = 64;

constexpr std::size_t signaturesAtOnce = 64;
/// In a row they are read soon: each tree is kept as a difference from the one before.
constexpr std::size_t changesAtOnce = 512;

/// Calls what `begin` makes for each core, of which 0 is this thread's, with each number below `count`,
/// `atOnce` of them in a row.
template <class Begin>
void onAllCores(std::size_t count, std::size_t atOnce, const Begin &begin)
{
    std::atomic<std::size_t> next = 0;
    const auto go = [&](const auto &work) {
        for (std::size_t from = next.fetch_add(atOnce); from < count; from = next.fetch_add(atOnce)) {
            for (std::size_t at = from; at < std::min(from + atOnce, count); ++at)
                work(at);
        }
    };
    std::vector<std::jthread> others;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t useful = std::min(cores, count / atOnce + 1);
    others.reserve(useful);
    for (std::size_t core = 1; core < useful; ++core)
        others.emplace_back([&go, work = begin(core)] { go(work); });
    go(begin(0));
}

} // namespace

HistoryCheck::HistoryCheck(const Repository &repository, std::string houseId, Validate validate)
    : repository_(repository)
    , houseId_(std::move(houseId))
    , validate_(std::move(validate))
{
}

Result<Counted> HistoryCheck::run(const std::vector<ObjectId> &heads, const ObjectId &known)
{
    const auto authorOf = [](const SignedCommit &entry) {
        return entry.commit.parents.size() > 1 || !entry.signer ? std::string() : memberId(*entry.signer);
    };
    const auto entries = TRY(collect(heads, known));
    auto verdicts = lookAtEach(entries);
    const Revocations former = TRY(revocationsOf(known));
    // What removals say is heard also where they lie on what won't count: who was rightly removed is.
    Revocations made = former;
    std::map<ObjectId, Error> wrong;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Commit &commit = entries[at].commit;
        const auto onWrong = std::ranges::find_if(
            commit.parents, [&](const ObjectId &parent) { return wrong.contains(parent); });
        Result<Revocations> &verdict = verdicts[at];
        if (onWrong != commit.parents.end())
            verdict = std::unexpected(wrong.at(*onWrong));
        else if (commit.parents.size() > 1)
            verdict = checkMerge(entries[at]).transform([] { return Revocations(); });
        if (verdict)
            made.merge(*verdict);
        else
            wrong.emplace(commit.id, std::move(verdict).error());
    }
    Counted counted{known, {}, {}, TRY(thoseThatHold(repository_, made)), true};
    Exclusion exclusion = known.empty() ? Exclusion(repository_, counted.revocations)
                                        : TRY(exclusionOf(repository_, known, former, counted.revocations));
    std::vector<ObjectId> left;
    if (!known.empty()) {
        counted.excluded = exclusion.all();
        left = TRY(exclusion.newestLeft(known));
    }
    for (const SignedCommit &entry : entries) {
        const bool isExcluded = TRY(exclusion.look(entry.commit, authorOf(entry)));
        if (const auto error = wrong.find(entry.commit.id); error != wrong.end() && !isExcluded)
            return std::unexpected(error->second);
    }
    for (const ObjectId &head : heads) {
        counted.isWhole &= !exclusion.excludes(head);
        std::ranges::move(TRY(exclusion.newestLeft(head)), std::back_inserter(left));
    }
    for (const ObjectId &newest : left)
        std::ranges::move(TRY(changesAt(repository_, newest)), std::back_inserter(counted.heads));
    counted.heads = TRY(newestOf(repository_, std::move(counted.heads)));
    return counted;
}

Result<Revocations> HistoryCheck::revocationsOf(const ObjectId &commit) const
{
    if (commit.empty())
        return Revocations();
    const ObjectId tree = TRY(repository_.commit(commit)).tree;
    return revocationsAt(repository_, tree);
}

Result<std::vector<SignedCommit>> HistoryCheck::collect(
    const std::vector<ObjectId> &heads, const ObjectId &known) const
{
    const auto ids = TRY(
        repository_.commitsBetween(known.empty() ? std::vector<ObjectId>() : std::vector{known}, heads));
    std::vector<SignedCommit> entries;
    std::vector<std::string> raw;
    entries.reserve(ids.size());
    raw.reserve(ids.size());
    for (const ObjectId &id : ids) {
        entries.push_back({TRY(repository_.commit(id)), std::nullopt});
        raw.push_back(TRY(repository_.rawCommit(id)));
    }
    onAllCores(entries.size(), signaturesAtOnce,
        [&](std::size_t) { return [&](std::size_t at) { entries[at].signer = signerOf(raw[at]); }; });
    return entries;
}

std::vector<Result<Revocations>> HistoryCheck::lookAtEach(const std::vector<SignedCommit> &entries) const
{
    std::vector<Result<Revocations>> verdicts(entries.size());
    std::vector<std::unique_ptr<Repository>> others; // each thread reads by itself
    onAllCores(entries.size(), changesAtOnce, [&](std::size_t core) {
        const Repository *own = &repository_;
        std::optional<Error> problem;
        if (core > 0) {
            if (auto opened = repository_.openAgain())
                own = others.emplace_back(std::make_unique<Repository>(std::move(*opened))).get();
            else
                problem = std::move(opened).error();
        }
        const auto check = std::make_shared<ChangeCheck>(*own, houseId_);
        return [&verdicts, &entries, check, problem](std::size_t at) {
            if (problem)
                verdicts[at] = std::unexpected(*problem);
            else if (entries[at].commit.parents.size() < 2)
                verdicts[at] = check->look(entries[at]);
        };
    });
    return verdicts;
}

Result<void> HistoryCheck::checkMerge(const SignedCommit &entry) const
{
    const Commit &commit = entry.commit;
    if (commit.parents.size() > mostHeads)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    for (const ObjectId &parent : commit.parents) {
        // Merges are of changes, so that all who know the same changes make the same merge.
        if (TRY(repository_.commit(parent)).parents.size() > 1)
            return doesNotCount(ErrorCode::signature_invalid, commit.id);
    }
    if (TRY(newestOf(repository_, commit.parents)) != commit.parents)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    const HouseMerge own = TRY(mergeHeads(repository_, commit.parents, validate_));
    if (TRY(idOf(repository_, own)) != commit.id)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    return {};
}

} // namespace freehold::change
