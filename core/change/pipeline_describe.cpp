// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "change/replication/house_merge.h"
#include "change/replication/merge_order.h"

namespace freehold::change {

using contract::ChangeState;

Result<Delta> Pipeline::deltaOf(const ObjectId &id) const
{
    const Commit commit = TRY(repository_.commit(id));
    ObjectId parentTree;
    if (!commit.parents.empty())
        parentTree = TRY(repository_.commit(commit.parents.front())).tree;
    Delta delta;
    delta.paths = TRY(repository_.changedPaths(parentTree, commit.tree));
    if (!parentTree.empty())
        delta.before = TRY(loadDifference(repository_, main_, parentTree, delta.paths));
    delta.after = TRY(loadDifference(repository_, main_, commit.tree, delta.paths));
    return delta;
}

Result<Commit> Pipeline::stateAfter(const ObjectId &id)
{
    const auto heads = TRY(headsUpTo(repository_, head_, id));
    if (heads.size() == 1)
        return repository_.commit(heads.front());
    const HouseMerge merge = TRY(mergeHeads(repository_, heads, validate_));
    return writeMerge(repository_, merge).and_then([this](const ObjectId &made) {
        return repository_.commit(made);
    });
}

Result<contract::Change> Pipeline::describe(const ObjectId &id)
{
    const Commit commit = TRY(repository_.commit(id));
    Record record = fromMessage(commit.message);
    contract::Change change;
    change.id = id;
    change.time = record.stamp == Stamp() ? commit.time : record.stamp.time;
    change.actor = std::move(record.author.actor);
    change.device = std::move(record.author.deviceName);
    change.cause = record.cause;
    change.reason = std::move(record.reason);
    change.effects = std::move(record.effects);
    if (!record.refersTo.empty())
        change.refers_to = record.refersTo;

    const ObjectId rolledBack = history_.rolledBackBy(id);
    const ObjectId undone = history_.undoneBy(id);
    if (const auto *trial = trials_.find(id)) {
        change.state = ChangeState::trial;
        change.trial_ends = trial->ends;
    } else if (!rolledBack.empty()) {
        change.state = ChangeState::rolled_back;
        change.rolled_back_by = rolledBack;
        const Commit back = TRY(repository_.commit(rolledBack));
        change.rolled_back_because = fromMessage(back.message).because;
    } else if (!undone.empty()) {
        change.state = ChangeState::undone;
        change.undone_by = undone;
    } else if (history_.isLeftOut(id)) {
        change.state = ChangeState::choice;
    } else if (applied_ != head_ && !TRY(repository_.isAncestor(id, applied_))) {
        change.state = ChangeState::waiting;
    } else if (const auto next = context_.convergence.nextStep(id)) {
        change.state = ChangeState::converging;
        change.next_step = next;
    }
    return change;
}

} // namespace freehold::change
