// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/revert.h"

#include <algorithm>

namespace freehold::change {

namespace {

std::vector<std::string> takeForwardOnly(std::vector<std::string> &paths)
{
    std::vector<std::string> stays;
    std::ranges::copy_if(paths, std::back_inserter(stays), contract::goesOnlyForward);
    std::erase_if(paths, contract::goesOnlyForward);
    return stays;
}

/// The newest change after `id` that touched the key: what stands in the way of an undo.
Result<ObjectId> changeInTheWay(Pipeline &pipeline, const ObjectId &id, const Conflict &conflict)
{
    for (const auto &row : TRY(pipeline.history().after(id))) {
        const auto delta = pipeline.deltaOf(row.id);
        if (!delta || !std::ranges::binary_search(delta->paths, conflict.document))
            continue;
        const auto keys = keysOf(*delta);
        const bool meets = conflict.key.empty() || std::ranges::binary_search(keys, conflict);
        if (meets)
            return row.id;
    }
    return ObjectId();
}

Result<Reversal> carry(Pipeline &pipeline, const ObjectId &id, const Configuration &base,
    const Configuration &wanted, std::vector<std::string> paths)
{
    Reversal reversal;
    reversal.target = id;
    reversal.stays = takeForwardOnly(paths);
    if (paths.empty())
        return failure(ErrorCode::change_cannot_be_undone, {{"change", id}});
    auto edits = carryOver(base, wanted, pipeline.configuration(), paths);
    if (!edits) {
        const Conflict &first = edits.error().front();
        const ObjectId blocker = TRY(changeInTheWay(pipeline, id, first));
        return failure(ErrorCode::undo_conflict,
            {{"document", first.document}, {"key", first.key}, {"change", blocker}});
    }
    reversal.edits = std::move(*edits);
    return reversal;
}

Result<ObjectId> inHistory(Pipeline &pipeline, const ObjectId &prefix)
{
    const ObjectId id = TRY(pipeline.repository().expand(prefix));
    if (!TRY(pipeline.history().contains(id)))
        return failure(ErrorCode::change_missing, {{"change", prefix}});
    return id;
}

} // namespace

Result<Reversal> planUndo(Pipeline &pipeline, const ObjectId &prefix)
{
    const ObjectId id = TRY(inHistory(pipeline, prefix));
    if (!pipeline.history().undoneBy(id).empty() || !pipeline.history().rolledBackBy(id).empty())
        return failure(ErrorCode::change_already_undone, {{"change", id}});
    const Commit commit = TRY(pipeline.repository().commit(id));
    if (commit.parents.empty())
        return failure(ErrorCode::change_cannot_be_undone, {{"change", id}});
    const Delta delta = TRY(pipeline.deltaOf(id));
    return carry(pipeline, id, delta.after, delta.before, delta.paths);
}

Result<Reversal> planRedo(Pipeline &pipeline, const ObjectId &prefix)
{
    const ObjectId id = TRY(inHistory(pipeline, prefix));
    const bool gone
        = !pipeline.history().undoneBy(id).empty() || !pipeline.history().rolledBackBy(id).empty();
    if (!gone)
        return failure(ErrorCode::change_not_undone, {{"change", id}});
    const Delta delta = TRY(pipeline.deltaOf(id));
    return carry(pipeline, id, delta.before, delta.after, delta.paths);
}

Result<Reversal> planChoice(Pipeline &pipeline, const ObjectId &prefix)
{
    const ObjectId id = TRY(inHistory(pipeline, prefix));
    if (!pipeline.history().isLeftOut(id))
        return failure(ErrorCode::no_choice_here, {{"change", id}});
    Delta delta = TRY(pipeline.deltaOf(id));
    Reversal reversal;
    reversal.target = id;
    reversal.stays = takeForwardOnly(delta.paths);
    // A person chose it, so that nothing stands in its way.
    reversal.edits = *carryOver(
        delta.before, delta.after, pipeline.configuration(), delta.paths, OnConflict::take_theirs);
    return reversal;
}

Result<Reversal> planRestore(Pipeline &pipeline, const std::string &target)
{
    ObjectId id;
    if (const auto time = fromRfc3339(target))
        id = TRY(pipeline.history().at(*time));
    else if (target.find_first_not_of("0123456789abcdef") != std::string::npos)
        return failure(ErrorCode::time_unparsable, {{"value", target}});
    else
        id = TRY(inHistory(pipeline, target));

    Repository &repository = pipeline.repository();
    const Commit wanted = TRY(pipeline.stateAfter(id));
    const Commit now = TRY(repository.commit(pipeline.head()));
    auto paths = TRY(repository.changedPaths(now.tree, wanted.tree));
    Reversal reversal;
    reversal.target = id;
    reversal.stays = takeForwardOnly(paths);
    for (const std::string &path : paths) {
        const ObjectId blob = TRY(repository.blobAt(wanted.tree, path));
        std::optional<std::string> text;
        if (!blob.empty())
            text = TRY(repository.blob(blob));
        reversal.edits.push_back({path, std::move(text)});
    }
    for (const auto &row : TRY(pipeline.history().after(id))) {
        const bool holds
            = pipeline.history().undoneBy(row.id).empty() && pipeline.history().rolledBackBy(row.id).empty();
        const bool tookBack = row.cause == contract::Cause::undo || row.cause == contract::Cause::roll_back;
        if (holds && !tookBack && !pipeline.history().onlyGoesForward(row.id))
            reversal.goes.push_back(row.id);
    }
    return reversal;
}

Draft draftOf(Reversal reversal, contract::Cause cause, const Caller &caller)
{
    Draft draft;
    draft.edits = std::move(reversal.edits);
    draft.caller = caller;
    draft.cause = cause;
    draft.refersTo = std::move(reversal.target);
    draft.mends = cause == contract::Cause::restore;
    return draft;
}

} // namespace freehold::change
