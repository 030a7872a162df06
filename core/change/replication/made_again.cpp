// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/made_again.h"

#include "change/loading.h"
#include "change/refused.h"
#include "change/revocation.h"
#include "support/log.h"

#include <algorithm>
#include <array>
#include <map>

namespace freehold::change {

namespace {

using contract::Cause;

struct Former {
    std::string reference;
    Commit commit;
    Record record;
    bool wasInTrial = false;
};

/// What stands in the way for a while.
bool passes(ErrorCode code)
{
    using enum ErrorCode;
    return std::ranges::contains(std::array{vault_locked, change_in_trial, disk_full, folder_read_only,
                                     repository_locked, edited_by_hand},
        code);
}

/// Oldest first.
Result<std::vector<Former>> waitingIn(const Repository &repository)
{
    std::vector<Former> waiting;
    for (const std::string_view prefix : {toMakeAgain, toTryAgain}) {
        for (Reference &reference : TRY(repository.references(std::string(prefix) + '*'))) {
            Commit commit = TRY(repository.commit(reference.target));
            Record record = fromMessage(commit.message);
            waiting.push_back(
                {std::move(reference.name), std::move(commit), std::move(record), prefix == toTryAgain});
        }
    }
    std::ranges::sort(waiting, {}, [](const Former &one) { return one.record.stamp; });
    return waiting;
}

/// What was tried and rolled back is not tried again: a change's reference goes before its roll-back's.
Result<void> dropRolledBack(Repository &repository, std::vector<Former> &waiting)
{
    const auto isRollBackOf = [](const Former &back, const Former &change) {
        return back.record.cause == Cause::roll_back && back.record.refersTo == change.commit.id;
    };
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto back = std::ranges::find_if(
            waiting, [&](const Former &one) { return isRollBackOf(one, waiting[at]); });
        if (back == waiting.end())
            continue;
        for (const std::string &name : {waiting[at].reference, back->reference}) {
            if (auto removed = repository.removeReference(name); !removed)
                return removed;
        }
        waiting.erase(back); // it is later, and stands behind
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(at--));
    }
    return {};
}

/// Where a document stands on the four sides of making a change again.
struct Sides {
    DocumentPointer was; ///< before the change
    DocumentPointer wanted; ///< after it
    DocumentPointer counted; ///< in what it builds on and still counts
    DocumentPointer is; ///< now
};

std::optional<Value> valueAt(const DocumentPointer &document, const std::string &key)
{
    if (!document)
        return std::nullopt;
    const auto found = document->entries().find(key);
    return found == document->entries().end() ? std::nullopt : std::optional(found->second.value);
}

bool saySame(const DocumentPointer &one, const DocumentPointer &other)
{
    return one && other ? one->entries() == other->entries() : one == other;
}

/// Only what this change itself said, and nothing over what others said meanwhile. Nothing where it can't be.
std::optional<Edit> editOf(const std::string &path, const Sides &sides)
{
    const bool isUntouched = saySame(sides.is, sides.counted) || saySame(sides.is, sides.was);
    if (!sides.wanted || !sides.is) {
        // Where others deleted what it changed, or changed what it deleted, a person has to look.
        if (!isUntouched && !saySame(sides.is, sides.wanted))
            return std::nullopt;
        if (!sides.wanted)
            return Edit{path, std::nullopt};
        if (!sides.was)
            return Edit{path, sides.wanted->text()};
    }
    std::set<std::string> keys;
    for (const DocumentPointer &document : {sides.was, sides.wanted}) {
        if (document)
            std::ranges::copy(document->entries() | std::views::keys, std::inserter(keys, keys.end()));
    }
    std::string text = sides.is ? sides.is->text() : std::string();
    for (const std::string &key : keys) {
        const auto was = valueAt(sides.was, key);
        const auto wanted = valueAt(sides.wanted, key);
        const auto is = valueAt(sides.is, key);
        if (was == wanted || is == wanted)
            continue;
        if (is != was && is != valueAt(sides.counted, key))
            return std::nullopt;
        text = withValue(text, key, wanted);
    }
    return Edit{path, std::move(text)};
}

/// What a removal says of what was known then, as of now.
void renewRevocations(const Pipeline &pipeline, const std::string &by, Edit &edit)
{
    const auto is = pipeline.configuration().find(edit.path);
    if (!is || is->kind().name != "member" || !edit.text)
        return;
    const auto wanted = Document::parse(edit.path, *edit.text);
    if (wanted && revocationsIn(**wanted) != revocationsIn(*is))
        edit.text = revoked(**wanted, by, pipeline.head());
}

/// Errors: undo_conflict where others said something else meanwhile.
Result<std::vector<Edit>> editsOf(
    const Pipeline &pipeline, const Repository &repository, const Former &former)
{
    const ObjectId before = TRY(repository.commit(former.commit.parents.front())).tree;
    const ObjectId base = TRY(repository.mergeBase(former.commit.id, pipeline.head()));
    const ObjectId counted = base.empty() ? ObjectId() : TRY(repository.commit(base)).tree;
    std::vector<Edit> edits;
    for (const std::string &path : TRY(repository.changedPaths(before, former.commit.tree))) {
        Sides sides;
        sides.was = TRY(documentAt(repository, before, path));
        sides.wanted = TRY(documentAt(repository, former.commit.tree, path));
        if (!counted.empty())
            sides.counted = TRY(documentAt(repository, counted, path));
        sides.is = pipeline.configuration().find(path);
        auto edit = editOf(path, sides);
        if (!edit)
            return failure(ErrorCode::undo_conflict, {{"document", path}});
        renewRevocations(pipeline, former.record.author.deviceId, *edit);
        edits.push_back(std::move(*edit));
    }
    return edits;
}

/// `madeAs`: what those before it are now.
Result<contract::Change> make(Pipeline &pipeline, const Repository &repository, const Former &former,
    contract::Role role, const std::map<ObjectId, ObjectId> &madeAs)
{
    // A cut came before it was let go of.
    if (TRY(repository.isAncestor(former.commit.id, pipeline.head())))
        return failure(ErrorCode::nothing_to_change);
    Draft draft;
    draft.edits = TRY(editsOf(pipeline, repository, former));
    draft.caller = {former.record.author.actor, role};
    draft.reason = former.record.reason;
    draft.byHand = former.record.byHand;
    draft.replaces = former.commit.id;
    const auto made = madeAs.find(former.record.refersTo);
    const ObjectId refersTo = made == madeAs.end() ? former.record.refersTo : made->second;
    const bool isKnown = !refersTo.empty() && repository.holds(refersTo)
        && TRY(repository.isAncestor(refersTo, pipeline.head()));
    // What it took back is in no history any more: then it is a change like any other.
    if (refersTo.empty() || isKnown) {
        draft.cause = former.record.cause;
        draft.refersTo = refersTo;
    }
    if (former.wasInTrial && former.record.evidence == contract::Evidence::confirmation)
        draft.trial = former.record.trial;
    return pipeline.submit(draft);
}

} // namespace

Result<void> makeAgain(Pipeline &pipeline, contract::Role role)
{
    Repository &repository = pipeline.repository();
    std::map<ObjectId, ObjectId> madeAs;
    auto waiting = TRY(waitingIn(repository));
    if (auto dropped = dropRolledBack(repository, waiting); !dropped)
        return dropped;
    for (const Former &former : waiting) {
        const auto change = make(pipeline, repository, former, role, madeAs);
        if (change) {
            madeAs.emplace(former.commit.id, change->id);
        } else if (passes(change.error().code)) {
            return std::unexpected(change.error());
        } else if (change.error().code != ErrorCode::nothing_to_change) {
            log::write(log::Level::warning, "change",
                "a change that lay on what counts no more can't be made again: " + former.commit.id);
            if (auto refused = Refused(repository).addCommit(former.commit.id); !refused)
                return refused;
        }
        if (auto removed = repository.removeReference(former.reference); !removed)
            return removed;
    }
    return {};
}

} // namespace freehold::change
