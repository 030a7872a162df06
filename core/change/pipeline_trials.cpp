// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "change/revocation.h"
#include "change/rights.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::change {

using contract::Cause;

Result<Delta> Pipeline::planRollBack(const ObjectId &id, const Configuration &from) const
{
    const Delta change = TRY(deltaOf(id));
    const auto edits = carryOver(change.after, change.before, from, change.paths);
    if (!edits)
        return failure(ErrorCode::undo_conflict,
            {{"document", edits.error().front().document}, {"key", edits.error().front().key}});
    auto delta = withEdits(from, *edits);
    if (!delta)
        return std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(delta).error()});
    return std::move(*delta);
}

bool Pipeline::mayTakeBack(const Delta &back) const
{
    const auto self = back.before.find("member", context_.deviceId);
    if (self == nullptr || isRevoked(*self))
        return true;
    const Caller machine{{}, *roleOfMember(back.before, context_.deviceId)};
    return mayChange(machine, back.paths) && mayGive(machine, back);
}

Result<ObjectId> Pipeline::trialInTheWay(
    const std::vector<Conflict> &keys, const Configuration &after, const std::set<ObjectId> &ending) const
{
    for (const Trials::Trial &trial : trials_.all()) {
        if (ending.contains(trial.id))
            continue;
        if (trial.meets(keys))
            return trial.id;
        const auto back = planRollBack(trial.id, after);
        if (!back && back.error().code != ErrorCode::documents_invalid
            && back.error().code != ErrorCode::undo_conflict)
            return std::unexpected(back.error());
        if (!back || !validate_(*back).empty() || !mayTakeBack(*back))
            return trial.id;
    }
    return ObjectId();
}

Result<ObjectId> Pipeline::rollBack(const ObjectId &id, const std::optional<contract::Finding> &because)
{
    if (context_.signer == nullptr)
        return failure(ErrorCode::vault_locked);
    // What became of it is known once it was read.
    const ObjectId made = TRY(history_.contains(id)) ? history_.rolledBackBy(id) : ObjectId();
    if (!made.empty()) {
        // That was all but for its reference. Another one would change nothing, and count nowhere.
        if (auto ended = trials_.end(id); !ended)
            return std::unexpected(std::move(ended).error());
        overdue_.erase(id);
        Q_EMIT trialsChanged();
        return made;
    }
    const Delta delta = TRY(planRollBack(id, main_));
    std::vector<Edit> edits;
    for (const std::string &path : delta.paths) {
        const auto document = delta.after.find(path);
        edits.push_back({path, document ? std::optional(document->text()) : std::nullopt});
    }
    const ObjectId before = head_;
    Record record;
    record.author = {{}, context_.deviceId, context_.deviceName()};
    record.cause = Cause::roll_back;
    record.refersTo = id;
    record.because = because;
    record.stamp = hybridClock_.next();
    for (const Domain *domain : context_.domains)
        std::ranges::move(domain->effects(delta), std::back_inserter(record.effects));
    // Nothing may lie ready here that was meant for a change that failed.
    workTree_.prepare({});
    NextMain next = TRY(commit(edits, record));
    const ObjectId back = next.id;
    if (!TRY(repository_.moveMain(before, std::move(next))))
        return failure(ErrorCode::edited_by_hand, {{"document", mainReference}});
    take(back, record, delta);
    dropSteps(id);
    if (const auto steps = apply(delta, alerts()))
        converge(back, *steps);
    else
        applyAgain(context_.domains);
    // The files may be as they were last settled, or already as the change had them.
    noteSettled([&]() -> Result<void> {
        const ObjectId settled = applied_.empty() ? ObjectId() : TRY(repository_.commit(applied_)).tree;
        const ObjectId wanted = TRY(repository_.commit(head_)).tree;
        auto paths = TRY(repository_.changedPaths(settled, wanted));
        std::ranges::copy(delta.paths, std::back_inserter(paths));
        return settle({applied_, before}, TRY(workTree_.filesOf(wanted, paths)));
    }());
    // A reference that stays is found to be of a change that was rolled back, at the next start.
    if (auto ended = trials_.end(id); !ended)
        log::write(log::Level::error, "change", "a trial's end could not be recorded");
    overdue_.erase(id);
    Q_EMIT trialsChanged();
    announce(id);
    return back;
}

Result<ObjectId> Pipeline::takeBack(const contract::Finding &because)
{
    auto back = rollBack(head_, because);
    if (back) {
        notApplied_.reset();
    } else {
        notApplied_ = {because, back.error()};
        retry_.start();
    }
    Q_EMIT findingsChanged();
    return back;
}

void Pipeline::tryAgain()
{
    if (auto settled = settleAgain(); !settled)
        log::write(log::Level::warning, "change", "a change is not settled yet");
    std::vector<ObjectId> overdue;
    std::ranges::copy(overdue_ | std::views::keys, std::back_inserter(overdue));
    for (const ObjectId &id : overdue)
        trialIsOver(id);
    if (!notInForce_.empty())
        applyAgain(context_.domains);
}

void Pipeline::setSigner(const crypto::SigningKey *signer)
{
    context_.signer = signer;
    if (signer == nullptr)
        return;
    if (auto settled = settleAgain(); !settled)
        log::write(log::Level::warning, "change", "what waited for the key could not be settled yet");
    for (const auto &trial : trials_.all()) {
        if (trial.ends <= context_.clock.now())
            trialIsOver(trial.id);
    }
}

Result<contract::Change> Pipeline::confirm(const ObjectId &id, const Caller &caller)
{
    if (trials_.find(id) == nullptr)
        return failure(ErrorCode::change_not_in_trial, {{"change", id}});
    if (context_.signer == nullptr)
        return failure(ErrorCode::vault_locked);
    const Delta delta = TRY(deltaOf(id));
    if (auto may = mayChange(caller, delta.paths); !may)
        return std::unexpected(std::move(may).error());
    if (auto ended = trials_.end(id); !ended)
        return std::unexpected(std::move(ended).error());
    overdue_.erase(id);
    Q_EMIT trialsChanged();
    announce(id);
    return describe(id);
}

void Pipeline::trialIsOver(const ObjectId &id)
{
    const auto *trial = trials_.find(id);
    if (trial == nullptr)
        return;
    std::optional<contract::Finding> failed;
    for (contract::Finding &alert : alerts()) {
        if (!std::ranges::contains(trial->known, alert))
            failed = std::move(alert);
    }
    if (trial->evidence == contract::Evidence::checks && !failed) {
        if (auto ended = trials_.end(id); !ended)
            log::write(log::Level::error, "change", "a trial's end could not be recorded");
        overdue_.erase(id);
        Q_EMIT trialsChanged();
        announce(id);
        return;
    }
    if (auto back = rollBack(id, failed); !back) {
        log::write(log::Level::error, "change",
            "a trial could not be rolled back yet: " + std::string(name(back.error().code)));
        overdue_.insert_or_assign(id, back.error());
        retry_.start();
        Q_EMIT findingsChanged();
    }
}

} // namespace freehold::change
