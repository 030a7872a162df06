// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "support/log.h"

#include <algorithm>

namespace freehold::change {

Result<ObjectId> Pipeline::found(std::vector<Edit> edits, const Caller &caller)
{
    if (context_.signer == nullptr)
        return failure(ErrorCode::vault_locked);
    Draft draft;
    draft.edits = std::move(edits);
    draft.caller = caller;
    const Prepared prepared = TRY(prepare(draft));
    const Record record = recordFor(draft, prepared, alerts());
    NextMain next = TRY(commit(draft.edits, record));
    const ObjectId id = next.id;
    if (!TRY(repository_.moveMain({}, std::move(next))))
        return failure(ErrorCode::house_exists);
    take(id, record, prepared.delta);
    if (const auto steps = apply(prepared.delta, alerts()))
        converge(id, *steps);
    else
        log::write(log::Level::warning, "change", "the new house is not wholly in force");
    if (auto settled = settle({}, draft.edits); !settled)
        return std::unexpected(std::move(settled).error());
    announce(id);
    return id;
}

Result<void> Pipeline::start()
{
    head_ = TRY(repository_.resolve(mainReference));
    applied_ = TRY(repository_.resolve(appliedReference));
    if (head_.empty())
        return failure(
            ErrorCode::repository_damaged, {{"place", repository_.folder().string()}, {"detail", "no main"}});
    const Commit commit = TRY(repository_.commit(head_));
    Loaded loaded = TRY(load(repository_, commit.tree));
    main_ = std::move(loaded.configuration);
    unreadable_ = std::move(loaded.unreadable);
    if (auto observed = observe(head_); !observed)
        return observed;
    if (auto read = history_.reset(head_); !read)
        return read;
    if (auto resumed = resumeTrials(); !resumed)
        return resumed;
    if (auto applied = applyMain(); !applied)
        return applied;
    if (repository_.headReference() == mainReference) {
        const ObjectId tree = TRY(repository_.commit(head_)).tree;
        if (auto mended = workTree_.mendIndex(tree); !mended)
            log::write(log::Level::warning, "change", "git's index could not be brought up to date");
    }
    repository_.makeReady(head_, {});
    return {};
}

Result<void> Pipeline::resumeTrials()
{
    const auto isInHistory = [this](const ObjectId &id) { return repository_.isAncestor(id, head_); };
    if (auto cleared = trials_.clearAbandoned(isInHistory); !cleared)
        return cleared;
    for (const ObjectId &id : TRY(trials_.prepared())) {
        if (!TRY(history_.contains(id)))
            continue;
        const Commit commit = TRY(repository_.commit(id));
        const Record record = fromMessage(commit.message);
        if (!history_.rolledBackBy(id).empty()) {
            // The roll-back was committed; only the reference had not gone yet.
            if (auto ended = trials_.end(id); !ended)
                return ended;
            continue;
        }
        const auto length = record.trial.value_or(std::chrono::seconds(0));
        // By the wall clock of then: a stamp may lie ahead of it.
        const Time ends = commit.time + length;
        // A clock that was set back must not make the trial longer than it ever was.
        const auto left = std::clamp<std::chrono::milliseconds>(
            ends - context_.clock.now(), std::chrono::milliseconds(0), length);
        const Delta delta = TRY(deltaOf(id));
        trials_.begin({id, context_.clock.now() + left, record.evidence, keysOf(delta), record.known}, left);
    }
    return {};
}

Result<void> Pipeline::applyMain()
{
    resumeSteps();
    if (applied_ != head_ && !applied_.empty()) {
        const Record record = fromMessage(TRY(repository_.commit(head_)).message);
        const auto steps = apply(everythingIn(main_), record.known);
        // The engine went before the change at the head had proved itself, and it does not now. What a
        // roll-back took back had failed before, so that one stays; and what others made is theirs.
        const bool isOwn = record.author.deviceId == context_.deviceId;
        if (!steps && isOwn && record.cause != contract::Cause::roll_back) {
            if (auto back = takeBack(steps.error()); !back)
                log::write(
                    log::Level::error, "change", "a change that is not in force could not be taken back yet");
            return {};
        }
    }
    // Apply is idempotent; here what is not in force becomes a finding, and is tried again.
    applyAgain(context_.domains);
    if (applied_ != head_)
        return settleFromApplied();
    return {};
}

Result<void> Pipeline::setMainBack(const ObjectId &from)
{
    if (!TRY(repository_.moveMain(from, head_)))
        return failure(ErrorCode::repository_locked, {{"place", mainReference}});
    return {};
}

} // namespace freehold::change
