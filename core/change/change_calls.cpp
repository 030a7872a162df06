// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/change_calls.h"

#include "change/revert.h"
#include "change/signed_commit.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::change {

using contract::Cause;

namespace {

constexpr std::int64_t standardPage = 50;
constexpr std::int64_t largestPage = 1'000;
/// A trial that outlives a week is no trial.
constexpr std::int64_t longestTrialSeconds = std::int64_t{7} * 24 * 3600;

std::vector<Edit> editsOf(const std::vector<contract::DocumentContent> &documents)
{
    std::vector<Edit> edits;
    edits.reserve(documents.size());
    for (const auto &document : documents)
        edits.push_back({document.document, document.content});
    return edits;
}

std::optional<std::string> tomlOf(const std::optional<Value> &value)
{
    return value ? std::optional(toToml(*value)) : std::nullopt;
}

} // namespace

void ChangeCalls::addCalls(CallTable &calls)
{
    addConfigCalls(calls);
    addRevertCalls(calls);
    calls.add<contract::ChangeList>(
        [this](const Caller &, const contract::ChangeList &call) { return list(call); });
    calls.add<contract::ChangeShow>(
        [this](const Caller &, const contract::ChangeShow &call) { return show(call.id); });
    calls.add<contract::ChangeDiff>(
        [this](const Caller &, const contract::ChangeDiff &call) -> Result<contract::RawDifference> {
            Pipeline *pipeline = TRY(house_.get());
            const Repository &repository = pipeline->repository();
            const ObjectId id = TRY(repository.expand(call.id));
            const std::string raw = TRY(repository.rawCommit(id));
            const auto key = signerOf(raw);
            std::string patch = TRY(repository.patch(id));
            return contract::RawDifference{std::move(patch), key ? ssh::publicKeyText(*key) : std::string()};
        });
}

void ChangeCalls::addConfigCalls(CallTable &calls)
{
    calls.add<contract::ConfigList>(
        [this](const Caller &, const contract::ConfigList &) -> Result<std::vector<std::string>> {
            const Pipeline *pipeline = TRY(house_.get());
            std::vector<std::string> paths;
            for (const auto &document : pipeline->configuration().documents())
                paths.push_back(document->path());
            return paths;
        });
    calls.add<contract::ConfigGet>(
        [this](const Caller &, const contract::ConfigGet &call) -> Result<contract::DocumentContent> {
            const Pipeline *pipeline = TRY(house_.get());
            const auto document = pipeline->configuration().find(call.document);
            if (document == nullptr)
                return failure(ErrorCode::document_missing, {{"document", call.document}});
            return contract::DocumentContent{document->path(), document->text()};
        });
    calls.addLater<contract::ConfigApply>([this](const Caller &caller, const contract::ConfigApply &call,
                                              const Answer &answer) { apply(caller, call, answer); });
    calls.add<contract::ConfigExplain>(
        [this](const Caller &caller, const contract::ConfigExplain &call) -> Result<contract::Explanation> {
            const Pipeline *pipeline = TRY(house_.get());
            Draft draft;
            draft.edits = editsOf(call.documents);
            draft.mends = true;
            draft.caller = caller;
            return pipeline->explain(draft);
        });
    calls.add<contract::ConfigDelete>(
        [this](const Caller &caller, const contract::ConfigDelete &call) -> Result<contract::Change> {
            Pipeline *pipeline = TRY(house_.get());
            Draft draft;
            for (const std::string &document : call.documents)
                draft.edits.push_back({document, std::nullopt});
            draft.caller = caller;
            draft.reason = call.reason.value_or("");
            return pipeline->submit(draft);
        });
}

void ChangeCalls::addRevertCalls(CallTable &calls)
{
    calls.add<contract::ChangeUndo>(
        [this](const Caller &caller, const contract::ChangeUndo &call) { return undo(caller, call.id); });
    calls.add<contract::ChangeExplainUndo>(
        [this](
            const Caller &caller, const contract::ChangeExplainUndo &call) -> Result<contract::Explanation> {
            Pipeline *pipeline = TRY(house_.get());
            Reversal reversal = TRY(planUndo(*pipeline, call.id));
            const auto stays = reversal.stays;
            auto explanation = TRY(pipeline->explain(draftOf(std::move(reversal), Cause::undo, caller)));
            explanation.stays = stays;
            return explanation;
        });
    calls.add<contract::ChangeRedo>(
        [this](const Caller &caller, const contract::ChangeRedo &call) -> Result<contract::Change> {
            Pipeline *pipeline = TRY(house_.get());
            Reversal reversal = TRY(planRedo(*pipeline, call.id));
            return pipeline->submit(draftOf(std::move(reversal), Cause::redo, caller));
        });
    calls.add<contract::ChangeRestore>(
        [this](const Caller &caller, const contract::ChangeRestore &call) -> Result<contract::Change> {
            Pipeline *pipeline = TRY(house_.get());
            Reversal reversal = TRY(planRestore(*pipeline, call.target));
            return pipeline->submit(draftOf(std::move(reversal), Cause::restore, caller));
        });
    calls.add<contract::ChangeExplainRestore>(
        [this](const Caller &caller, const contract::ChangeExplainRestore &call) {
            return explainRestore(caller, call.target);
        });
    calls.add<contract::ChangeConfirm>(
        [this](const Caller &caller, const contract::ChangeConfirm &call) -> Result<contract::Change> {
            Pipeline *pipeline = TRY(house_.get());
            const ObjectId id = TRY(pipeline->repository().expand(call.id));
            return pipeline->confirm(id, caller);
        });
    calls.add<contract::ChangeChoose>(
        [this](const Caller &caller, const contract::ChangeChoose &call) -> Result<contract::Change> {
            Pipeline *pipeline = TRY(house_.get());
            const ObjectId id = TRY(pipeline->repository().expand(call.id));
            if (TRY(pipeline->history().contains(id)))
                return pipeline->submit(draftOf(TRY(planChoice(*pipeline, id)), Cause::redo, caller));
            return house_.byHand->choose(id, caller);
        });
}

void ChangeCalls::follow(Pipeline &pipeline)
{
    connect(&pipeline, &Pipeline::changed, this, [this](const contract::Change &change) {
        if (change.state == contract::ChangeState::trial)
            return;
        const auto found = waiting_.extract(change.id);
        if (found.empty())
            return;
        for (const Answer &answer : found.mapped())
            answer(change);
    });
}

void ChangeCalls::apply(const Caller &caller, const contract::ConfigApply &call, const Answer &answer)
{
    const auto change = [&]() -> Result<contract::Change> {
        Pipeline *pipeline = TRY(house_.get());
        if (call.trial && (*call.trial < 1 || *call.trial > longestTrialSeconds))
            return failure(ErrorCode::parameters_invalid,
                {{"field", "trial"},
                    {"expected", "1 to " + std::to_string(longestTrialSeconds) + " seconds"}});
        Draft draft;
        draft.edits = editsOf(call.documents);
        draft.mends = true;
        draft.caller = caller;
        draft.reason = call.reason.value_or("");
        if (call.trial)
            draft.trial = std::chrono::seconds(*call.trial);
        return pipeline->submit(draft);
    }();
    const bool inTrial = change && change->state == contract::ChangeState::trial;
    if (inTrial && call.wait && !call.trial)
        waiting_[change->id].push_back(answer);
    else
        answer(change);
}

Result<contract::Change> ChangeCalls::undo(const Caller &caller, const std::string &prefix)
{
    Pipeline *pipeline = TRY(house_.get());
    const ObjectId id = TRY(pipeline->repository().expand(prefix));
    if (pipeline->trials().find(id) != nullptr) {
        // Taking back what is being tried is its roll-back, at a person's wish.
        const Delta delta = TRY(pipeline->deltaOf(id));
        if (auto may = pipeline->mayChange(caller, delta.paths); !may)
            return std::unexpected(std::move(may).error());
        const ObjectId back = TRY(pipeline->rollBack(id, std::nullopt));
        return pipeline->describe(back);
    }
    Reversal reversal = TRY(planUndo(*pipeline, id));
    return pipeline->submit(draftOf(std::move(reversal), Cause::undo, caller));
}

Result<std::vector<contract::Change>> ChangeCalls::list(const contract::ChangeList &call)
{
    Pipeline *pipeline = TRY(house_.get());
    const auto limit = std::clamp<std::int64_t>(call.limit.value_or(standardPage), 0, largestPage);
    ObjectId before;
    if (call.before)
        before = TRY(pipeline->repository().expand(*call.before));
    // What was refused has no place among what holds: it stands first, as it waits for a person.
    const auto refused = TRY(house_.byHand->refused());
    auto next = refused.begin();
    bool fromNewest = before.empty();
    if (const auto found = std::ranges::find(refused, before); found != refused.end()) {
        next = found + 1;
        fromNewest = true;
    }
    std::vector<contract::Change> changes;
    const auto isFull = [&] { return changes.size() >= static_cast<std::size_t>(limit); };
    for (; fromNewest && next != refused.end() && !isFull(); ++next) {
        contract::Change change = TRY(pipeline->describe(*next));
        change.cause = Cause::by_hand;
        change.state = contract::ChangeState::refused;
        changes.push_back(std::move(change));
    }
    const std::size_t left = static_cast<std::size_t>(limit) - changes.size();
    for (const auto &row : TRY(pipeline->history().rows(fromNewest ? ObjectId() : before, left)))
        changes.push_back(TRY(pipeline->describe(row.id)));
    return changes;
}

Result<std::vector<contract::Change>> ChangeCalls::show(const std::string &prefix)
{
    Pipeline *pipeline = TRY(house_.get());
    ObjectId id = TRY(pipeline->repository().expand(prefix));
    // Reading on to the change is what makes its state known.
    bool known = TRY(pipeline->history().contains(id));
    if (const ObjectId takenInAs = pipeline->history().takenInAs(id); !takenInAs.empty()) {
        id = takenInAs;
        known = true;
    }
    contract::Change change = TRY(pipeline->describe(id));
    if (!known)
        change.state = TRY(house_.byHand->isWaiting(id)) ? contract::ChangeState::waiting
                                                         : contract::ChangeState::refused;
    const Delta delta = TRY(pipeline->deltaOf(id));
    for (const KeyDifference &difference : differences(delta))
        change.differences.push_back(
            {difference.document, difference.key, tomlOf(difference.before), tomlOf(difference.after)});
    return std::vector{std::move(change)};
}

Result<contract::Explanation> ChangeCalls::explainRestore(const Caller &caller, const std::string &target)
{
    Pipeline *pipeline = TRY(house_.get());
    Reversal reversal = TRY(planRestore(*pipeline, target));
    contract::Explanation explanation;
    const auto goes = reversal.goes;
    const auto stays = reversal.stays;
    auto effects = pipeline->explain(draftOf(std::move(reversal), Cause::restore, caller));
    if (!effects && effects.error().code != ErrorCode::nothing_to_change)
        return std::unexpected(std::move(effects).error());
    if (effects)
        explanation = std::move(*effects);
    explanation.stays = stays;
    for (const ObjectId &id : goes)
        explanation.goes.push_back(TRY(pipeline->describe(id)));
    return explanation;
}

} // namespace freehold::change
