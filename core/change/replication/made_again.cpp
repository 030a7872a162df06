// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/made_again.h"

#include "change/loading.h"
#include "change/refused.h"
#include "change/revocation.h"
#include "support/log.h"

#include <algorithm>
#include <map>

namespace freehold::change {

namespace {

using contract::Cause;

struct Former {
    Commit commit;
    Record record;
};

/// Whether what stood in the way passes.
bool isPassing(ErrorCode code)
{
    using enum ErrorCode;
    return code != documents_invalid && code != not_permitted && code != undo_conflict
        && code != format_newer;
}

/// Oldest first. What was tried and rolled back is not tried again.
Result<std::vector<Former>> waitingIn(Repository &repository)
{
    std::vector<Former> waiting;
    std::set<ObjectId> rolledBack;
    for (const Reference &reference : TRY(repository.references(std::string(toMakeAgain) + '*'))) {
        Commit commit = TRY(repository.commit(reference.target));
        Record record = fromMessage(commit.message);
        if (record.cause == Cause::roll_back)
            rolledBack.insert(record.refersTo);
        waiting.push_back({std::move(commit), std::move(record)});
    }
    std::vector<Former> gone;
    for (const Former &one : waiting) {
        const bool isBack = one.record.cause == Cause::roll_back
            && std::ranges::contains(
                waiting, one.record.refersTo, [](const Former &other) { return other.commit.id; });
        if (isBack || rolledBack.contains(one.commit.id)) {
            if (auto removed = repository.removeReference(std::string(toMakeAgain) + one.commit.id); !removed)
                return std::unexpected(std::move(removed).error());
            gone.push_back(one);
        }
    }
    std::erase_if(waiting, [&](const Former &one) {
        return std::ranges::contains(
            gone, one.commit.id, [](const Former &other) { return other.commit.id; });
    });
    std::ranges::sort(waiting, {}, [](const Former &one) { return one.record.stamp; });
    return waiting;
}

/// What a removal says of the newest change that counts, as of now.
Result<void> renewRevocations(
    const Pipeline &pipeline, const Repository &repository, std::vector<Edit> &edits, const std::string &by)
{
    for (Edit &edit : edits) {
        const auto is = pipeline.configuration().find(edit.path);
        if (!is || is->kind().name != "member" || !edit.text)
            continue;
        const auto wanted = Document::parse(edit.path, *edit.text);
        if (wanted && revocationsIn(**wanted) != revocationsIn(*is))
            edit.text = revoked(**wanted, by, TRY(newestBy(repository, pipeline.head(), is->id())));
    }
    return {};
}

/// Of documents that are gone with what counts no more, what this change itself said.
Result<void> leaveOutOthers(
    const Pipeline &pipeline, const Repository &repository, std::vector<Edit> &edits, const ObjectId &base)
{
    const ObjectId tree = TRY(repository.commit(base)).tree;
    for (Edit &edit : edits) {
        if (!edit.text || pipeline.configuration().find(edit.path))
            continue;
        const auto was = TRY(documentAt(repository, tree, edit.path));
        const auto wanted = Document::parse(edit.path, *edit.text);
        if (!was || !wanted)
            continue;
        std::string own;
        for (const auto &[key, entry] : (*wanted)->entries()) {
            const auto before = was->entries().find(key);
            if (before == was->entries().end() || before->second != entry)
                own = withValue(own, key, entry.value);
        }
        edit.text = std::move(own);
    }
    return {};
}

} // namespace

Result<void> makeAgain(Pipeline &pipeline, contract::Role role)
{
    Repository &repository = pipeline.repository();
    std::map<ObjectId, ObjectId> madeAs;
    for (const Former &former : TRY(waitingIn(repository))) {
        const ObjectId &id = former.commit.id;
        const auto change = [&]() -> Result<contract::Change> {
            // A cut came before it was let go of.
            if (TRY(repository.isAncestor(id, pipeline.head())))
                return failure(ErrorCode::nothing_to_change);
            Draft draft;
            draft.edits = TRY(carriedOver(pipeline, id, former.commit.parents.front()));
            if (auto own = leaveOutOthers(pipeline, repository, draft.edits, former.commit.parents.front());
                !own)
                return std::unexpected(std::move(own).error());
            if (auto renewed
                = renewRevocations(pipeline, repository, draft.edits, former.record.author.deviceId);
                !renewed)
                return std::unexpected(std::move(renewed).error());
            draft.caller = {former.record.author.actor, role};
            draft.cause = former.record.cause;
            draft.reason = former.record.reason;
            const auto refersTo = madeAs.find(former.record.refersTo);
            draft.refersTo = refersTo == madeAs.end() ? former.record.refersTo : refersTo->second;
            draft.byHand = former.record.byHand;
            draft.replaces = id;
            if (former.record.evidence == contract::Evidence::confirmation)
                draft.trial = former.record.trial;
            return pipeline.submit(draft);
        }();
        if (change) {
            madeAs.emplace(id, change->id);
        } else if (change.error().code != ErrorCode::nothing_to_change) {
            if (isPassing(change.error().code))
                return std::unexpected(change.error());
            log::write(log::Level::warning, "change",
                "a change that lay on what counts no more can't be made again: " + id);
            if (auto refused = Refused(repository).addCommit(id); !refused)
                return refused;
        }
        if (auto removed = repository.removeReference(std::string(toMakeAgain) + id); !removed)
            return removed;
    }
    return {};
}

} // namespace freehold::change
