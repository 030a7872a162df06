// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "change/replication/house_merge.h"
#include "change/replication/made_again.h"
#include "change/replication/merge_order.h"
#include "change/revocation.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::change {

Result<ObjectId> Pipeline::mainOf(const Counted &counted)
{
    const auto ours = TRY(changesAt(repository_, head_));
    std::vector<ObjectId> all = counted.heads;
    // What was changed here meanwhile.
    if (counted.excluded.empty())
        all.insert(all.end(), ours.begin(), ours.end());
    const auto heads = TRY(newestOf(repository_, std::move(all)));
    if (heads == ours)
        return head_;
    if (heads.size() == 1)
        return heads.front();
    return writeMerge(repository_, TRY(mergeHeads(repository_, heads, validate_)));
}

Result<void> Pipeline::takeIn(const Counted &counted)
{
    // What is half done first: its files must not pass for somebody's edits.
    if (auto settled = settleAgain(); !settled)
        return settled;
    if (!TRY(isCurrent(counted)))
        return failure(ErrorCode::history_moved);
    const ObjectId next = TRY(mainOf(counted));
    if (next == head_)
        return {};
    const ObjectId oldTree = TRY(repository_.commit(head_)).tree;
    const ObjectId newTree = TRY(repository_.commit(next)).tree;
    const auto paths = TRY(repository_.changedPaths(oldTree, newTree));
    auto loaded = TRY(loadChanges(repository_, main_, newTree, paths));
    Delta delta{main_, std::move(loaded.configuration), paths};
    std::erase_if(delta.paths, [](const std::string &path) { return !contract::classify(path); });
    if (const ObjectId trial = TRY(trialInTheWay(keysOf(delta), delta.after, counted.excluded));
        !trial.empty())
        return failure(ErrorCode::change_in_trial, {{"change", trial}});

    if (auto free = areSettled(oldTree, paths); !free)
        return free;

    if (auto kept = keepForAgain(counted.excluded); !kept)
        return kept;
    // After a cut, nobody takes what others made for an edit by hand.
    if (auto noted = repository_.setReference(takingInReference, next); !noted)
        return noted;
    const ObjectId before = head_;
    if (!TRY(repository_.moveMain(before, next)))
        return failure(ErrorCode::edited_by_hand, {{"document", mainReference}});
    head_ = next;
    main_ = delta.after;
    letGo(counted.excluded);
    std::erase_if(unreadable_,
        [&](const Problem &problem) { return std::ranges::binary_search(paths, problem.document); });
    std::ranges::move(loaded.unreadable, std::back_inserter(unreadable_));
    if (auto read = history_.reset(head_); !read)
        return read;
    if (auto observed = observe(head_); !observed)
        return observed;
    Q_EMIT configurationChanged(delta);
    applyTakenIn(delta);
    noteSettled(settle({before}, TRY(workTree_.filesOf(newTree, paths))));
    announceSince(before);
    return {};
}

Result<bool> Pipeline::isCurrent(const Counted &counted) const
{
    if (counted.known == head_ || counted.known.empty())
        return true;
    if (!counted.excluded.empty())
        return false;
    const Commit then = TRY(repository_.commit(counted.known));
    const Commit now = TRY(repository_.commit(head_));
    const Revocations former = TRY(revocationsAt(repository_, then.tree));
    return former == TRY(revocationsAt(repository_, now.tree));
}

Result<void> Pipeline::keepForAgain(const std::set<ObjectId> &excluded)
{
    if (excluded.empty())
        return {};
    // It may be looked at, and nobody has to have it.
    if (auto kept = repository_.setReference(std::string(countedOnce) + head_, head_); !kept)
        return kept;
    for (const ObjectId &id : excluded) {
        const Commit commit = TRY(repository_.commit(id));
        const bool isOwn
            = commit.parents.size() == 1 && fromMessage(commit.message).author.deviceId == context_.deviceId;
        if (!isOwn)
            continue;
        const auto prefix = trials_.find(id) != nullptr ? toTryAgain : toMakeAgain;
        if (auto kept = repository_.setReference(std::string(prefix) + id, id); !kept)
            return kept;
    }
    return {};
}

void Pipeline::letGo(const std::set<ObjectId> &excluded)
{
    for (const ObjectId &id : excluded) {
        dropSteps(id);
        overdue_.erase(id);
        if (trials_.find(id) == nullptr)
            continue;
        // Its reference goes at the next start at the latest, as the change is in no history.
        if (auto ended = trials_.end(id); !ended)
            log::write(log::Level::error, "change", "a trial's end could not be recorded");
        Q_EMIT trialsChanged();
    }
}

Result<void> Pipeline::areSettled(const ObjectId &tree, const std::vector<std::string> &paths) const
{
    if (repository_.headReference() != mainReference)
        return {};
    for (const HandEdit &edit : TRY(workTree_.edits(tree))) {
        // A whole document is about to become a change of its own; on top of what it never saw, it would take
        // that back.
        if (std::ranges::binary_search(paths, edit.path)
            && (!edit.text || Document::parse(edit.path, *edit.text)))
            return failure(ErrorCode::edited_by_hand, {{"document", edit.path}});
    }
    return {};
}

Result<void> Pipeline::observe(const ObjectId &head)
{
    for (const ObjectId &id : TRY(changesAt(repository_, head)))
        hybridClock_.observe(fromMessage(TRY(repository_.commit(id)).message).stamp);
    return {};
}

void Pipeline::applyTakenIn(const Delta &delta)
{
    for (Domain *domain : context_.domains) {
        const std::string name(domain->name());
        Applied applied = domain->apply(delta);
        if (!applied) {
            notInForce_.insert_or_assign(name, std::move(applied).error());
            retry_.start();
            Q_EMIT findingsChanged();
        } else if (*applied) {
            converge(head_, {{name, std::move(**applied)}});
        }
    }
}

void Pipeline::announceSince(const ObjectId &before)
{
    // Whoever looks at the history sees the newest; more than a page of news is not told one by one.
    constexpr std::size_t most = 50;
    const auto news = repository_.commitsBetween({before}, {head_});
    if (!news)
        return;
    const auto first = news->size() > most ? news->end() - most : news->begin();
    for (const ObjectId &id : std::ranges::subrange(first, news->end())) {
        const auto commit = repository_.commit(id);
        if (commit && commit->parents.size() < 2)
            announce(id);
    }
}

} // namespace freehold::change
