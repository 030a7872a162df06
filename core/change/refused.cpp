// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/refused.h"

#include "change/loading.h"
#include "change/merge.h"

#include <algorithm>

namespace freehold::change {

namespace {

constexpr const char *prefix = "refs/freehold/refused/";
constexpr const char *editReference = "refs/freehold/refused/edit";

} // namespace

Result<void> Refused::addCommit(const ObjectId &id)
{
    if (auto added = repository_.setReference(prefix + id, id); !added)
        return added;
    std::size_t commits = 0;
    for (const Reference &reference : TRY(references())) {
        if (reference.name == editReference || ++commits <= mostCommits)
            continue;
        if (auto gone = repository_.removeReference(reference.name); !gone)
            return gone;
    }
    return {};
}

Result<void> Refused::setEdit(const ObjectId &id)
{
    const ObjectId former = TRY(repository_.resolve(editReference));
    if (former == id)
        return {};
    return id.empty() ? repository_.removeReference(editReference)
                      : repository_.setReference(editReference, id);
}

Result<void> Refused::remove(const ObjectId &id)
{
    for (const Reference &reference : TRY(references())) {
        if (reference.target != id)
            continue;
        if (auto gone = repository_.removeReference(reference.name); !gone)
            return gone;
    }
    return {};
}

Result<std::vector<ObjectId>> Refused::all() const
{
    std::vector<ObjectId> ids;
    for (Reference &reference : TRY(references()))
        ids.push_back(std::move(reference.target));
    return ids;
}

Result<std::vector<Reference>> Refused::references() const
{
    struct Timed {
        Time time;
        Reference reference;
    };
    auto found = TRY(repository_.references(std::string(prefix) + '*'));
    std::vector<Timed> timed;
    timed.reserve(found.size());
    for (Reference &reference : found) {
        const Time time = TRY(repository_.commit(reference.target)).time;
        timed.push_back({time, std::move(reference)});
    }
    std::ranges::stable_sort(timed, std::ranges::greater(), &Timed::time);
    std::vector<Reference> references;
    references.reserve(timed.size());
    for (Timed &one : timed)
        references.push_back(std::move(one.reference));
    return references;
}

Result<std::vector<Edit>> carriedOver(Pipeline &pipeline, const ObjectId &id, const ObjectId &base)
{
    const Repository &repository = pipeline.repository();
    const ObjectId theirTree = TRY(repository.commit(id)).tree;
    const auto strange = TRY(repository.strangeEntries(theirTree));
    if (!strange.empty())
        return std::unexpected(
            Error{ErrorCode::documents_invalid, {}, {{strange.front(), {}, 0, ErrorCode::link_in_tree, {}}}});
    const ObjectId baseTree = base.empty() ? ObjectId() : TRY(repository.commit(base)).tree;
    // Where nothing came between, what holds becomes what the commit has, text for text.
    if (base == pipeline.head())
        return editsBetween(repository, baseTree, theirTree);
    const Configuration was
        = baseTree.empty() ? Configuration() : TRY(load(repository, baseTree)).configuration;

    Configuration theirs = was;
    std::vector<std::string> paths;
    std::vector<Problem> problems;
    for (Edit &edit : TRY(editsBetween(repository, baseTree, theirTree))) {
        paths.push_back(edit.path);
        if (!edit.text) {
            theirs.remove(edit.path);
            continue;
        }
        if (auto document = Document::parse(std::move(edit.path), std::move(*edit.text)))
            theirs.set(std::move(*document));
        else
            std::ranges::move(document.error(), std::back_inserter(problems));
    }
    if (!problems.empty())
        return std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(problems)});
    auto edits = carryOver(was, theirs, pipeline.configuration(), paths, OnConflict::take_theirs);
    if (!edits)
        return failure(ErrorCode::undo_conflict,
            {{"document", edits.error().front().document}, {"key", edits.error().front().key}});
    return std::move(*edits);
}

} // namespace freehold::change
