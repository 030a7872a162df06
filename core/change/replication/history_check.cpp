// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/history_check.h"

#include "change/admission.h"
#include "change/loading.h"
#include "change/record.h"
#include "change/replication/entering.h"
#include "change/replication/merge_order.h"
#include "change/signed_commit.h"
#include "support/ssh.h"

#include <algorithm>
#include <atomic>
#include <ranges>
#include <thread>

namespace freehold::change {

using contract::Role;

namespace {

constexpr const char *housePath = "house.toml";
constexpr const char *membersFolder = "members";

/// More members than any house has changed something at once.
constexpr std::size_t mostHeads = 64;

std::unexpected<Error> doesNotCount(ErrorCode code, const ObjectId &commit, Arguments more = {})
{
    more["change"] = commit;
    return failure(code, std::move(more));
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

Result<Counted> HistoryCheck::run(const ObjectId &head, const ObjectId &known)
{
    const auto authorOf = [](const Entry &entry) {
        return entry.commit.parents.size() > 1 || !entry.signer ? std::string() : memberId(*entry.signer);
    };
    const auto entries = TRY(collect(head, known));
    // What removals say is heard also where they lie on what won't count: who was rightly removed is.
    std::map<ObjectId, Error> wrong;
    for (const Entry &entry : entries) {
        const auto onWrong = std::ranges::find_if(
            entry.commit.parents, [&](const ObjectId &parent) { return wrong.contains(parent); });
        const Revocations before = made_;
        auto counts = onWrong == entry.commit.parents.end()
            ? checkEntry(entry)
            : Result<void>(std::unexpected(wrong.at(*onWrong)));
        if (counts)
            continue;
        made_ = before;
        wrong.emplace(entry.commit.id, std::move(counts).error());
    }
    const Revocations former = TRY(revocationsOf(known));
    made_.insert(former.begin(), former.end());
    Counted counted{known, {}, {}, TRY(thoseThatHold(repository_, made_)), true};
    Exclusion exclusion = known.empty() ? Exclusion(repository_, counted.revocations)
                                        : TRY(exclusionOf(repository_, known, former, counted.revocations));
    std::vector<ObjectId> left;
    if (!known.empty()) {
        counted.excluded = exclusion.all();
        left = TRY(exclusion.newestLeft(known));
    }
    for (const Entry &entry : entries) {
        const bool isExcluded = TRY(exclusion.look(entry.commit, authorOf(entry)));
        if (const auto error = wrong.find(entry.commit.id); error != wrong.end() && !isExcluded)
            return std::unexpected(error->second);
    }
    counted.isWhole = !exclusion.excludes(head);
    std::ranges::move(TRY(exclusion.newestLeft(head)), std::back_inserter(left));
    for (const ObjectId &newest : left)
        std::ranges::move(TRY(changesAt(repository_, newest)), std::back_inserter(counted.heads));
    counted.heads = TRY(newestOf(repository_, std::move(counted.heads)));
    return counted;
}

Result<void> HistoryCheck::checkEntry(const Entry &entry)
{
    switch (entry.commit.parents.size()) {
    case 0:
        return checkFirst(entry);
    case 1:
        return checkChange(entry);
    default:
        return checkMerge(entry);
    }
}

Result<Revocations> HistoryCheck::revocationsOf(const ObjectId &commit) const
{
    if (commit.empty())
        return Revocations();
    const ObjectId tree = TRY(repository_.commit(commit)).tree;
    return revocationsAt(repository_, tree);
}

Result<std::vector<HistoryCheck::Entry>> HistoryCheck::collect(
    const ObjectId &head, const ObjectId &known) const
{
    const auto ids
        = TRY(repository_.commitsBetween(known.empty() ? std::vector<ObjectId>() : std::vector{known}, head));
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
    if (!role || !TRY(revocationsAt(repository_, tree)).empty()
        || founder->textAt("key") != ssh::publicKeyText(*entry.signer)
        || !isAdmitted(*root, *entry.signer, *role, founder->textAt("admission")))
        return doesNotCount(ErrorCode::signature_invalid, entry.commit.id);
    if (auto said = checkRecord(entry); !said)
        return said;
    return checkFiles(entry.commit, TRY(repository_.difference({}, tree)));
}

Result<void> HistoryCheck::checkChange(const Entry &entry)
{
    const Commit &commit = entry.commit;
    if (!entry.signer)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    const ObjectId before = TRY(repository_.commit(commit.parents.front())).tree;
    const auto members = TRY(membersAt(before));
    const auto author = members->find(*entry.signer);
    const auto difference = TRY(repository_.difference(before, commit.tree));
    const bool isKnown = author != members->end();
    if (!isKnown && !TRY(isEntering(repository_, commit, before, *entry.signer, difference.paths)))
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
    if (auto said = checkRecord(entry); !said)
        return said;
    // What changes nothing has nothing to say.
    if (difference.paths.empty())
        return doesNotCount(ErrorCode::nothing_to_change, commit.id);
    if (auto sound = checkFiles(commit, difference); !sound || !isKnown)
        return sound;
    const Role role = TRY(roleOf(author->second, before));
    for (const std::string &path : difference.paths) {
        // What only a newer version knows is an owner's to change.
        const auto document = contract::classify(path);
        Role needed = document ? document->kind->rights : Role::owner;
        const bool isOthers = document && document->kind->scope == contract::Scope::device
            && document->id != author->second.id;
        const bool isMachinesPerson = document && document->kind->name == "device"
            && TRY(changesPerson(path, before, commit.tree))
            && std::ranges::contains(*members | std::views::values, document->id, &Member::id);
        if (isOthers || isMachinesPerson)
            needed = Role::owner;
        if (role < needed)
            return doesNotCount(ErrorCode::not_permitted, commit.id,
                {{"document", path}, {"role", std::string(nameOf(role))},
                    {"needed", std::string(nameOf(needed))}});
        if (auto same = checkIdentity(commit, path, before, author->second.id); !same)
            return same;
    }
    return {};
}

Result<void> HistoryCheck::checkFiles(const Commit &commit, const Repository::Difference &difference) const
{
    if (!difference.strange.empty())
        return doesNotCount(ErrorCode::link_in_tree, commit.id, {{"document", difference.strange.front()}});
    for (const std::string &path : difference.paths) {
        const ObjectId blob = TRY(repository_.blobAt(commit.tree, path));
        if (blob.empty())
            continue; // gone, whatever it was called
        if (!contract::isDocumentPath(path))
            return doesNotCount(ErrorCode::document_path_invalid, commit.id, {{"document", path}});
        const auto size = repository_.sizeOfBlob(blob);
        if (!size)
            return doesNotCount(ErrorCode::repository_damaged, commit.id, {{"document", path}});
        if (*size > maximumDocumentBytes)
            return doesNotCount(ErrorCode::document_too_large, commit.id, {{"document", path}});
    }
    return {};
}

Result<bool> HistoryCheck::changesPerson(
    const std::string &path, const ObjectId &before, const ObjectId &after) const
{
    const auto was = TRY(documentAt(repository_, before, path));
    const auto is = TRY(documentAt(repository_, after, path));
    return (was ? was->textAt("owner") : std::string()) != (is ? is->textAt("owner") : std::string());
}

Result<void> HistoryCheck::checkRevocations(
    const Commit &commit, const Document *was, const Document &is, const std::string &author)
{
    const Revocations before = was == nullptr ? Revocations() : revocationsIn(*was);
    const Revocations after = revocationsIn(is);
    if (!std::ranges::includes(after, before))
        return doesNotCount(ErrorCode::forward_only, commit.id, {{"document", is.path()}});
    for (const Revocation &revocation : after) {
        if (before.contains(revocation))
            continue;
        const bool isSound
            = was != nullptr && revocation.by == author && revocation.known == commit.parents.front();
        if (!isSound)
            return doesNotCount(ErrorCode::not_permitted, commit.id, {{"document", is.path()}});
        made_.insert(revocation);
    }
    return {};
}

Result<void> HistoryCheck::checkIdentity(
    const Commit &commit, const std::string &path, const ObjectId &before, const std::string &author)
{
    const auto document = contract::classify(path);
    const std::string_view kind = document ? document->kind->name : std::string_view();
    if (kind != "house" && kind != "member")
        return {};
    const auto was = TRY(documentAt(repository_, before, path));
    const auto is = TRY(documentAt(repository_, commit.tree, path));
    if (was == nullptr)
        return kind == "member" && is ? checkRevocations(commit, nullptr, *is, author) : Result<void>();
    const auto stays = [&](const char *key) { return is && is->textAt(key) == was->textAt(key); };
    if (kind == "house" && !(stays("id") && stays("root")))
        return doesNotCount(ErrorCode::house_identity_changed, commit.id);
    if (kind == "member" && !(stays("key") && stays("admitted")))
        return doesNotCount(ErrorCode::forward_only, commit.id, {{"document", path}});
    return kind == "member" ? checkRevocations(commit, was.get(), *is, author) : Result<void>();
}

Result<void> HistoryCheck::checkRecord(const Entry &entry) const
{
    const Record record = fromMessage(entry.commit.message);
    // Who signed is who made it, and no time that clocks can't go on from.
    if (record.author.deviceId != memberId(*entry.signer) || record.stamp > latestStamp())
        return doesNotCount(ErrorCode::message_malformed, entry.commit.id);
    for (const ObjectId &parent : entry.commit.parents) {
        for (const ObjectId &before : TRY(changesAt(repository_, parent))) {
            const Commit older = TRY(repository_.commit(before));
            if (fromMessage(older.message).stamp >= record.stamp)
                return doesNotCount(ErrorCode::message_malformed, entry.commit.id);
        }
    }
    return {};
}

Result<void> HistoryCheck::checkMerge(const Entry &entry) const
{
    const Commit &commit = entry.commit;
    if (commit.parents.size() > mostHeads)
        return doesNotCount(ErrorCode::signature_invalid, commit.id);
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
        if (key && role && memberId(*key) == (*document)->id() && !isRevoked(**document))
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
