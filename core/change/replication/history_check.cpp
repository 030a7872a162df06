// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/history_check.h"

#include "change/admission.h"
#include "change/document.h"
#include "change/record.h"
#include "change/replication/merge_order.h"
#include "change/signed_commit.h"
#include "support/ssh.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace freehold::change {

using contract::Role;

namespace {

constexpr const char *housePath = "house.toml";
constexpr const char *membersFolder = "members";

std::unexpected<Error> doesNotCount(ErrorCode code, const ObjectId &commit, Arguments more = {})
{
    more["change"] = commit;
    return failure(code, std::move(more));
}

/// The document at a path; null where there is none that can be read.
Result<DocumentPointer> documentAt(
    const Repository &repository, const ObjectId &tree, const std::string &path)
{
    const ObjectId blob = TRY(repository.blobAt(tree, path));
    if (blob.empty())
        return nullptr;
    return Document::parse(path, TRY(repository.blob(blob))).value_or(nullptr);
}

/// Calls `work` with each number below `count`, on all cores.
template <class Work>
void onAllCores(std::size_t count, const Work &work)
{
    constexpr std::size_t atOnce = 64;
    std::atomic<std::size_t> next = 0;
    const auto go = [&] {
        for (std::size_t from = next.fetch_add(atOnce); from < count; from = next.fetch_add(atOnce)) {
            for (std::size_t at = from; at < std::min(from + atOnce, count); ++at)
                work(at);
        }
    };
    std::vector<std::jthread> others;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t useful = std::min(cores, count / atOnce + 1);
    others.reserve(useful);
    for (std::size_t core = 1; core < useful; ++core)
        others.emplace_back(go);
    go();
}

} // namespace

HistoryCheck::HistoryCheck(const Repository &repository, std::string houseId, Validate validate)
    : repository_(repository)
    , houseId_(std::move(houseId))
    , validate_(std::move(validate))
{
}

HistoryCheck::~HistoryCheck() = default;

Result<void> HistoryCheck::run(const ObjectId &head, const std::vector<ObjectId> &known)
{
    for (const Entry &entry : TRY(collect(head, known))) {
        const auto parents = entry.commit.parents.size();
        auto counts = parents == 0 ? checkFirst(entry)
            : parents == 1         ? checkChange(entry)
                                   : checkMerge(entry);
        if (!counts)
            return counts;
    }
    return {};
}

Result<std::vector<HistoryCheck::Entry>> HistoryCheck::collect(
    const ObjectId &head, const std::vector<ObjectId> &known) const
{
    const auto ids = TRY(repository_.commitsBetween(known, head));
    std::vector<Entry> entries;
    std::vector<std::string> raw;
    entries.reserve(ids.size());
    raw.reserve(ids.size());
    for (const ObjectId &id : ids) {
        entries.push_back({TRY(repository_.commit(id)), std::nullopt});
        raw.push_back(TRY(repository_.rawCommit(id)));
    }
    onAllCores(entries.size(), [&](std::size_t at) { entries[at].signer = signerOf(raw[at]); });
    return entries;
}

Result<void> HistoryCheck::checkFirst(const Entry &entry)
{
    const ObjectId &tree = entry.commit.tree;
    const auto house = TRY(documentAt(repository_, tree, housePath));
    const auto root = house ? ssh::publicKeyFromText(house->textAt("root")) : std::nullopt;
    if (!root || change::houseId(*root) != houseId_ || house->textAt("id") != houseId_)
        return doesNotCount(ErrorCode::house_identity_changed, entry.commit.id);
    if (!entry.signer)
        return doesNotCount(ErrorCode::signature_invalid, entry.commit.id);
    const auto founder
        = TRY(documentAt(repository_, tree, contract::pathOf("member", memberId(*entry.signer))));
    const auto role = founder ? contract::fromName<Role>(founder->textAt("role")) : std::nullopt;
    if (!role || founder->textAt("key") != ssh::publicKeyText(*entry.signer)
        || !isAdmitted(*root, *entry.signer, *role, founder->textAt("admission")))
        return doesNotCount(ErrorCode::signature_invalid, entry.commit.id);
    const auto difference = TRY(repository_.difference({}, tree));
    return difference.strange.empty()
        ? Result<void>()
        : doesNotCount(ErrorCode::link_in_tree, entry.commit.id, {{"document", difference.strange.front()}});
}

Result<void> HistoryCheck::checkChange(const Entry &entry)
{
    const Commit &commit = entry.commit;
    if (!entry.signer)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    const ObjectId before = TRY(repository_.commit(commit.parents.front())).tree;
    const auto members = TRY(membersAt(before));
    const auto author = members->find(*entry.signer);
    if (author == members->end())
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    if (auto later = checkStamp(entry); !later)
        return later;
    const Role role = TRY(roleOf(author->second, before));
    const auto difference = TRY(repository_.difference(before, commit.tree));
    if (!difference.strange.empty())
        return doesNotCount(ErrorCode::link_in_tree, commit.id, {{"document", difference.strange.front()}});
    for (const std::string &path : difference.paths) {
        const ObjectId blob = TRY(repository_.blobAt(commit.tree, path));
        if (!blob.empty() && !repository_.holds(blob))
            return doesNotCount(ErrorCode::repository_damaged, commit.id, {{"document", path}});
        // What only a newer version knows is an owner's to change.
        const auto document = contract::classify(path);
        const Role needed = document ? document->kind->rights : Role::owner;
        const bool isOthers = document && document->kind->scope == contract::Scope::device
            && document->id != author->second.id && role != Role::owner;
        if (role < needed || isOthers)
            return doesNotCount(ErrorCode::not_permitted, commit.id,
                {{"document", path}, {"role", std::string(nameOf(role))},
                    {"needed", std::string(nameOf(isOthers ? Role::owner : needed))}});
    }
    return {};
}

Result<void> HistoryCheck::checkStamp(const Entry &entry) const
{
    const Stamp stamp = fromMessage(entry.commit.message).stamp;
    for (const ObjectId &before : TRY(changesAt(repository_, entry.commit.parents.front()))) {
        const Commit older = TRY(repository_.commit(before));
        if (fromMessage(older.message).stamp >= stamp)
            return doesNotCount(ErrorCode::message_malformed, entry.commit.id);
    }
    return {};
}

Result<void> HistoryCheck::checkMerge(const Entry &entry) const
{
    const Commit &commit = entry.commit;
    for (const ObjectId &parent : commit.parents) {
        // Merges are of changes, so that all who know the same changes make the same merge.
        if (TRY(repository_.commit(parent)).parents.size() > 1)
            return doesNotCount(ErrorCode::signature_invalid, commit.id);
    }
    if (TRY(newestOf(repository_, commit.parents)) != commit.parents)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    const HouseMerge own = TRY(mergeHeads(repository_, commit.parents, validate_));
    if (TRY(idOf(repository_, own)) != commit.id)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    return {};
}

Result<std::shared_ptr<const HistoryCheck::Members>> HistoryCheck::membersAt(const ObjectId &tree)
{
    std::vector<ObjectId> blobs;
    std::vector<TreeEntry> documents;
    for (TreeEntry &entry : TRY(repository_.entriesIn(tree, membersFolder))) {
        const auto document = contract::classify(entry.path);
        if (!document || document->kind->name != "member")
            continue;
        blobs.push_back(entry.blob);
        documents.push_back(std::move(entry));
    }
    if (const auto known = members_.find(blobs); known != members_.end())
        return known->second;
    auto members = std::make_shared<Members>();
    for (const TreeEntry &entry : documents) {
        const auto document = Document::parse(entry.path, TRY(repository_.blob(entry.blob)));
        const auto key = document ? ssh::publicKeyFromText((*document)->textAt("key")) : std::nullopt;
        const auto role = document ? contract::fromName<Role>((*document)->textAt("role")) : std::nullopt;
        if (key && role && memberId(*key) == (*document)->id())
            members->emplace(*key, Member{(*document)->id(), *role});
    }
    return members_.emplace(std::move(blobs), std::move(members)).first->second;
}

Result<Role> HistoryCheck::roleOf(const Member &member, const ObjectId &tree) const
{
    const auto device = TRY(documentAt(repository_, tree, contract::pathOf("device", member.id)));
    const std::string owner = device ? device->textAt("owner") : std::string();
    if (owner.empty())
        return member.role;
    const auto person = TRY(documentAt(repository_, tree, contract::pathOf("person", owner)));
    const auto theirs = person ? contract::fromName<Role>(person->textAt("role")) : std::nullopt;
    return std::min(member.role, theirs.value_or(Role::guest));
}

} // namespace freehold::change
