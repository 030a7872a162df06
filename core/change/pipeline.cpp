// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "change/revocation.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::change {

using contract::Cause;

Pipeline::Pipeline(Repository repository, Context context)
    : repository_(std::move(repository))
    , context_(std::move(context))
    , workTree_(repository_)
    , history_(repository_)
    , trials_(repository_)
    , hybridClock_(context_.clock)
    , validate_(validatorOf(context_.domains))
{
    connect(&trials_, &Trials::timeIsUp, this, &Pipeline::trialIsOver);
    connect(&context_.convergence, &Convergence::due, this, &Pipeline::stepIsDue);
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::CoarseTimer);
    retry_.setInterval(Convergence::retryInterval);
    connect(&retry_, &QTimer::timeout, this, &Pipeline::tryAgain);
}

Result<void> Pipeline::mayChange(const Caller &caller, const std::vector<std::string> &paths) const
{
    for (const std::string &path : paths) {
        const auto classified = contract::classify(path);
        // What is no document is refused with its line and remedy when it is read.
        if (!classified)
            continue;
        const auto &kind = *classified->kind;
        const bool ofAnother = kind.scope == contract::Scope::device && classified->id != context_.deviceId
            && caller.role != contract::Role::owner;
        if (ofAnother)
            return failure(ErrorCode::scope_other_device, {{"document", path}});
        if (caller.role < kind.rights)
            return failure(ErrorCode::not_permitted,
                {{"document", path}, {"role", std::string(nameOf(caller.role))},
                    {"needed", std::string(nameOf(kind.rights))}});
    }
    return {};
}

Result<void> Pipeline::mayGive(const Caller &caller, const Delta &delta) const
{
    const auto personOf
        = [](const DocumentPointer &device) { return device ? device->textAt("owner") : std::string(); };
    for (const std::string &path : delta.paths) {
        const auto classified = contract::classify(path);
        const bool isMachine
            = classified->kind->name == "device" && delta.before.find("member", classified->id) != nullptr;
        if (isMachine && caller.role < contract::Role::owner
            && personOf(delta.before.find(path)) != personOf(delta.after.find(path)))
            return failure(ErrorCode::not_permitted,
                {{"document", path}, {"role", std::string(nameOf(caller.role))},
                    {"needed", std::string(nameOf(contract::Role::owner))}});
    }
    return {};
}

Result<void> Pipeline::mayRemove(const Delta &delta) const
{
    for (const std::string &path : delta.paths) {
        const auto after = delta.after.find(path);
        if (!after || after->kind().name != "member")
            continue;
        const auto before = delta.before.find(path);
        const Revocations former = before ? revocationsIn(*before) : Revocations();
        for (const Revocation &one : revocationsIn(*after)) {
            if (!former.contains(one) && (!before || one.by != context_.deviceId || one.known != head_))
                return failure(
                    ErrorCode::parameters_invalid, {{"field", path + ": revoked"}, {"expected", "removal"}});
        }
    }
    return {};
}

Result<void> Pipeline::mayReplace(const Draft &draft) const
{
    if (main_.isOfNewerFormat())
        return failure(ErrorCode::format_newer);
    std::vector<Problem> problems;
    for (const Edit &edit : draft.edits) {
        if (!draft.mends || !edit.text)
            std::ranges::copy_if(unreadable_, std::back_inserter(problems),
                [&](const Problem &problem) { return problem.document == edit.path; });
    }
    if (!problems.empty())
        return std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(problems)});
    return {};
}

Result<Pipeline::Prepared> Pipeline::prepare(const Draft &draft) const
{
    // Before anything is read: reading costs, and who may not change may not make us spend it.
    std::vector<std::string> touched;
    std::ranges::transform(draft.edits, std::back_inserter(touched), &Edit::path);
    if (auto may = mayChange(draft.caller, touched); !may)
        return std::unexpected(std::move(may).error());
    if (auto may = mayReplace(draft); !may)
        return std::unexpected(std::move(may).error());
    auto delta = withEdits(main_, draft.edits);
    if (!delta)
        return std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(delta).error()});
    if (delta->paths.empty())
        return failure(ErrorCode::nothing_to_change);
    if (auto may = mayGive(draft.caller, *delta); !may)
        return std::unexpected(std::move(may).error());
    if (auto may = mayRemove(*delta); !may)
        return std::unexpected(std::move(may).error());

    Prepared prepared{std::move(*delta), {}, draft.trial, contract::Evidence::confirmation};
    for (const Domain *domain : context_.domains) {
        std::ranges::move(domain->effects(prepared.delta), std::back_inserter(prepared.effects));
        const auto wanted = domain->trial(prepared.delta);
        if (!draft.trial && wanted && wanted > prepared.trial.value_or(std::chrono::seconds(0))) {
            prepared.trial = wanted;
            prepared.evidence = contract::Evidence::checks;
        }
    }
    if (auto problems = validate_(prepared.delta); !problems.empty())
        return std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(problems)});
    if (prepared.effects.empty()) {
        for (const std::string &path : prepared.delta.paths)
            prepared.effects.push_back(
                {"house", contract::EffectCode::text_only, {{"document", path}}, {}, {}, {}});
    }
    return prepared;
}

Result<contract::Explanation> Pipeline::explain(const Draft &draft) const
{
    auto prepared = prepare(draft);
    contract::Explanation explanation;
    if (prepared) {
        explanation.effects = std::move(prepared->effects);
        return explanation;
    }
    Error error = std::move(prepared).error();
    if (error.code != ErrorCode::documents_invalid)
        return std::unexpected(std::move(error));
    for (Problem &problem : error.problems)
        explanation.errors.push_back({std::move(problem.document), std::move(problem.key), problem.line,
            problem.code, std::move(problem.arguments), {}, {}});
    return explanation;
}

Record Pipeline::recordFor(const Draft &draft, const Prepared &prepared, std::vector<contract::Finding> known)
{
    Record record;
    record.author = {draft.caller.actor, context_.deviceId, context_.deviceName()};
    record.cause = draft.cause;
    record.reason = draft.reason;
    record.refersTo = draft.refersTo;
    record.byHand = draft.byHand;
    record.replaces = draft.replaces;
    record.known = std::move(known);
    record.trial = prepared.trial;
    record.evidence = prepared.evidence;
    record.stamp = hybridClock_.next();
    record.effects = prepared.effects;
    return record;
}

Result<NextMain> Pipeline::commit(const std::vector<Edit> &edits, const Record &record)
{
    std::vector<ObjectId> parents;
    ObjectId tree;
    if (!head_.empty()) {
        parents.push_back(head_);
        tree = TRY(repository_.commit(head_)).tree;
    }
    const std::string name = record.author.actor.empty() ? record.author.deviceName : record.author.actor;
    // An address that reaches nobody (RFC 2606): git asks for one, and the device's id says which key signed.
    const Repository::Person person{
        name.empty() ? "freehold" : name, record.author.deviceId + "@freehold.invalid"};
    return repository_.writeNextMain(parents, tree, edits, person, context_.clock.now(), toMessage(record),
        context_.signer, workTree_.prepared());
}

void Pipeline::take(const ObjectId &id, const Record &record, const Delta &delta)
{
    head_ = id;
    main_ = delta.after;
    std::erase_if(unreadable_,
        [&](const Problem &problem) { return std::ranges::binary_search(delta.paths, problem.document); });
    history_.add(id, record);
    Q_EMIT configurationChanged(delta);
}

Result<void> Pipeline::settleFromApplied()
{
    const ObjectId oldTree = applied_.empty() ? ObjectId() : TRY(repository_.commit(applied_)).tree;
    const ObjectId newTree = TRY(repository_.commit(head_)).tree;
    const auto paths = TRY(repository_.changedPaths(oldTree, newTree));
    return settle({applied_}, TRY(workTree_.filesOf(newTree, paths)));
}

Result<void> Pipeline::settle(std::vector<ObjectId> from, const std::vector<Edit> &files)
{
    // When this change is answered.
    if (!files.empty())
        QMetaObject::invokeMethod(
            this, [this, path = files.front().path] { repository_.makeReady(head_, path); },
            Qt::QueuedConnection);
    std::erase(from, ObjectId());
    for (ObjectId &id : from)
        id = TRY(repository_.commit(id)).tree;
    if (from.empty())
        from.emplace_back(); // before the first commit there was nothing
    if (repository_.headReference() != mainReference)
        return noteApplied();
    const auto shown = TRY(workTree_.show(from, files));
    for (const std::string &left : shown.left)
        log::write(log::Level::info, "change", "left as it is being edited: " + left);
    // git's index can be made again from HEAD at any time: it need not wait for the files to be on the disk,
    // nor `applied` for it.
    const ObjectId newTree = TRY(repository_.commit(head_)).tree;
    const auto indexing = repository_.aside().begin([&] { workTree_.updateIndex(newTree, files, shown); });
    if (auto synced = workTree_.sync(shown); !synced)
        return synced;
    return noteApplied();
}

Result<void> Pipeline::noteApplied()
{
    if (auto moved = repository_.overwriteReference(appliedReference, head_); !moved)
        return moved;
    if (std::exchange(applied_, head_) != head_)
        Q_EMIT mainMoved();
    return {};
}

Result<contract::Change> Pipeline::submit(const Draft &draft)
{
    if (context_.signer == nullptr)
        return failure(ErrorCode::vault_locked);
    // The change before this one first: its files must not pass for somebody's edits.
    if (auto settled = settleAgain(); !settled)
        return std::unexpected(std::move(settled).error());
    Prepared prepared = TRY(prepare(draft));
    const auto keys = keysOf(prepared.delta);
    if (const ObjectId trial = TRY(trialInTheWay(keys, prepared.delta.after)); !trial.empty())
        return failure(ErrorCode::change_in_trial, {{"change", trial}});
    if (draft.trial && !mayTakeBack({prepared.delta.after, prepared.delta.before, prepared.delta.paths}))
        return failure(ErrorCode::parameters_invalid,
            {{"field", "trial"}, {"expected", "a change that this machine may take back"}});
    const ObjectId tree = TRY(repository_.commit(head_)).tree;
    if (draft.cause != Cause::by_hand && repository_.headReference() == mainReference) {
        for (const std::string &path : prepared.delta.paths) {
            if (TRY(workTree_.isEdited(tree, path)))
                return failure(ErrorCode::edited_by_hand, {{"document", path}});
        }
    }

    const auto known = alerts();
    const Record record = recordFor(draft, prepared, known);
    const ObjectId before = head_;
    workTree_.prepare(draft.edits);
    NextMain next = TRY(commit(draft.edits, record));
    const ObjectId id = next.id;
    if (prepared.trial) {
        if (auto made = trials_.prepare(id); !made)
            return std::unexpected(std::move(made).error());
    }
    if (!TRY(repository_.moveMain(before, std::move(next))))
        return failure(ErrorCode::edited_by_hand, {{"document", mainReference}});
    take(id, record, prepared.delta);

    const auto steps = apply(prepared.delta, known);
    if (!steps) {
        if (auto back = takeBack(steps.error()); !back)
            log::write(log::Level::error, "change",
                "a change that failed could not be taken back yet: " + std::string(name(back.error().code)));
        return describe(id);
    }
    dropStepsTakenBack(draft);
    converge(id, *steps);
    if (prepared.trial) {
        trials_.begin(
            {id, context_.clock.now() + *prepared.trial, prepared.evidence, keys, known}, *prepared.trial);
        Q_EMIT trialsChanged();
    }
    // `main` has moved: what fails now leaves the change waiting, not undone, and is tried again.
    noteSettled(settle({before}, draft.edits));
    auto change = TRY(describe(id));
    Q_EMIT changed(change);
    if (!draft.refersTo.empty())
        announce(draft.refersTo);
    return change;
}

Result<void> Pipeline::settleAgain()
{
    if (notApplied_)
        return takeBack(notApplied_->because).transform([](const ObjectId &) { });
    if (applied_ == head_)
        return {};
    auto settled = settleFromApplied();
    noteSettled(settled);
    return settled;
}

void Pipeline::noteSettled(const Result<void> &settled)
{
    const std::optional<Error> problem = settled ? std::nullopt : std::optional(settled.error());
    if (problem)
        log::write(
            log::Level::error, "change", "a change is not settled yet: " + std::string(name(problem->code)));
    if (std::exchange(notSettled_, problem) != problem)
        Q_EMIT findingsChanged();
}

void Pipeline::announce(const ObjectId &id)
{
    if (auto change = describe(id))
        Q_EMIT changed(*change);
}

void Pipeline::rest()
{
    workTree_.rest();
    repository_.rest();
}

} // namespace freehold::change
