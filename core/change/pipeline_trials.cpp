// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

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

Result<ObjectId> Pipeline::trialInTheWay(const std::vector<Conflict> &keys, const Configuration &after) const
{
    if (const auto *meeting = trials_.meeting(keys))
        return meeting->id;
    for (const Trials::Trial &trial : trials_.all()) {
        const auto back = planRollBack(trial.id, after);
        if (!back && back.error().code != ErrorCode::documents_invalid
            && back.error().code != ErrorCode::undo_conflict)
            return std::unexpected(back.error());
        const bool fits = back && std::ranges::all_of(context_.domains, [&](const Domain *domain) {
            return domain->validate(*back).empty();
        });
        if (!fits)
            return trial.id;
    }
    return ObjectId();
}

Result<ObjectId> Pipeline::rollBack(const ObjectId &id, const std::optional<contract::Finding> &because)
{
    if (context_.signer == nullptr)
        return failure(ErrorCode::vault_locked);
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
    const ObjectId back = TRY(commit(edits, record));
    if (!TRY(repository_.moveMain(before, back)))
        return failure(ErrorCode::edited_by_hand, {{"document", mainReference}});
    take(back, record, delta);
    if (auto dropped = context_.convergence.drop(id); !dropped)
        log::write(log::Level::error, "change", "the steps of a change that is gone could not be dropped");
    if (const auto steps = apply(delta, alerts()))
        converge(back, *steps);
    else
        applyAgain(context_.domains);
    noteSettled(settle(applied_));
    // A reference that stays is found to be of a change that was rolled back, at the next start.
    if (auto ended = trials_.end(id); !ended)
        log::write(log::Level::error, "change", "a trial's end could not be recorded");
    overdue_.erase(id);
    Q_EMIT trialsChanged();
    announce(id);
    return back;
}

void Pipeline::setSigner(const crypto::SigningKey *signer)
{
    context_.signer = signer;
    if (signer == nullptr)
        return;
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
        trials_.begin(Trials::Trial(*trial), Convergence::retryInterval);
        Q_EMIT findingsChanged();
    }
}

} // namespace freehold::change
