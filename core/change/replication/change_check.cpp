// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/change_check.h"

#include "change/admission.h"
#include "change/loading.h"
#include "change/record.h"
#include "change/replication/entering.h"
#include "change/replication/merge_order.h"
#include "support/ssh.h"

#include <algorithm>
#include <ranges>

namespace freehold::change {

using contract::Role;

namespace {

constexpr const char *housePath = "house.toml";
constexpr const char *membersFolder = "members";

/// Those of members and people, of which a house has few, and whose text seldom changes.
constexpr std::size_t mostDocumentsKept = 1'000;

} // namespace

std::unexpected<Error> doesNotCount(ErrorCode code, const ObjectId &commit, Arguments more)
{
    more["change"] = commit;
    return failure(code, std::move(more));
}

ChangeCheck::ChangeCheck(const Repository &repository, std::string houseId)
    : repository_(repository)
    , houseId_(std::move(houseId))
{
}

ChangeCheck::~ChangeCheck() = default;

Result<Revocations> ChangeCheck::look(const SignedCommit &entry)
{
    made_.clear();
    auto counts = entry.commit.parents.empty() ? checkFirst(entry) : checkChange(entry);
    if (!counts)
        return std::unexpected(std::move(counts).error());
    return std::move(made_);
}

Result<DocumentPointer> ChangeCheck::document(const ObjectId &tree, const std::string &path)
{
    const ObjectId blob = TRY(repository_.blobAt(tree, path));
    if (blob.empty())
        return nullptr;
    const std::pair key(path, blob);
    if (const auto known = documents_.find(key); known != documents_.end())
        return known->second;
    if (documents_.size() >= mostDocumentsKept)
        documents_.clear();
    const auto found = Document::parse(path, TRY(repository_.blob(blob))).value_or(nullptr);
    return documents_.emplace(key, found).first->second;
}

Result<void> ChangeCheck::checkFirst(const SignedCommit &entry)
{
    const ObjectId &tree = entry.commit.tree;
    const auto house = TRY(document(tree, housePath));
    const auto root = house ? ssh::publicKeyFromText(house->textAt("root")) : std::nullopt;
    if (!root || change::houseId(*root) != houseId_ || house->textAt("id") != houseId_)
        return doesNotCount(ErrorCode::house_identity_changed, entry.commit.id);
    if (!entry.signer)
        return doesNotCount(ErrorCode::signature_invalid, entry.commit.id);
    const auto founder = TRY(document(tree, contract::pathOf("member", memberId(*entry.signer))));
    const auto role = founder ? contract::fromName<Role>(founder->textAt("role")) : std::nullopt;
    if (!role || !TRY(revocationsAt(repository_, tree)).empty()
        || founder->textAt("key") != ssh::publicKeyText(*entry.signer)
        || !isAdmitted(*root, *entry.signer, *role, founder->textAt("admission")))
        return doesNotCount(ErrorCode::signature_invalid, entry.commit.id);
    if (auto said = checkRecord(entry); !said)
        return said;
    return checkFiles(entry.commit, TRY(repository_.difference({}, tree)));
}

Result<void> ChangeCheck::checkChange(const SignedCommit &entry)
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
        const auto classified = contract::classify(path);
        Role needed = classified ? classified->kind->rights : Role::owner;
        const bool isOthers = classified && classified->kind->scope == contract::Scope::device
            && classified->id != author->second.id;
        const bool isMachinesPerson = classified && classified->kind->name == "device"
            && TRY(changesPerson(path, before, commit.tree))
            && std::ranges::contains(*members | std::views::values, classified->id, &Member::id);
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

Result<void> ChangeCheck::checkFiles(const Commit &commit, const Repository::Difference &difference) const
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

Result<bool> ChangeCheck::changesPerson(
    const std::string &path, const ObjectId &before, const ObjectId &after)
{
    const auto was = TRY(document(before, path));
    const auto is = TRY(document(after, path));
    return (was ? was->textAt("owner") : std::string()) != (is ? is->textAt("owner") : std::string());
}

Result<void> ChangeCheck::checkRevocations(
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

Result<void> ChangeCheck::checkIdentity(
    const Commit &commit, const std::string &path, const ObjectId &before, const std::string &author)
{
    const auto classified = contract::classify(path);
    const std::string_view kind = classified ? classified->kind->name : std::string_view();
    if (kind != "house" && kind != "member")
        return {};
    const auto was = TRY(document(before, path));
    const auto is = TRY(document(commit.tree, path));
    if (was == nullptr)
        return kind == "member" && is ? checkRevocations(commit, nullptr, *is, author) : Result<void>();
    const auto stays = [&](const char *key) { return is && is->textAt(key) == was->textAt(key); };
    if (kind == "house" && !(stays("id") && stays("root")))
        return doesNotCount(ErrorCode::house_identity_changed, commit.id);
    if (kind == "member" && !(stays("key") && stays("admitted")))
        return doesNotCount(ErrorCode::forward_only, commit.id, {{"document", path}});
    return kind == "member" ? checkRevocations(commit, was.get(), *is, author) : Result<void>();
}

Result<void> ChangeCheck::checkRecord(const SignedCommit &entry) const
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

Result<std::shared_ptr<const ChangeCheck::Members>> ChangeCheck::membersAt(const ObjectId &tree)
{
    std::vector<ObjectId> blobs;
    std::vector<TreeEntry> documents;
    for (TreeEntry &entry : TRY(repository_.entriesIn(tree, membersFolder))) {
        const auto classified = contract::classify(entry.path);
        if (!classified || classified->kind->name != "member")
            continue;
        blobs.push_back(entry.blob);
        documents.push_back(std::move(entry));
    }
    if (const auto known = members_.find(blobs); known != members_.end())
        return known->second;
    auto members = std::make_shared<Members>();
    for (const TreeEntry &entry : documents) {
        const auto member = Document::parse(entry.path, TRY(repository_.blob(entry.blob)));
        const auto key = member ? ssh::publicKeyFromText((*member)->textAt("key")) : std::nullopt;
        const auto role = member ? contract::fromName<Role>((*member)->textAt("role")) : std::nullopt;
        if (key && role && memberId(*key) == (*member)->id() && !isRevoked(**member))
            members->emplace(*key, Member{(*member)->id(), *role});
    }
    return members_.emplace(std::move(blobs), std::move(members)).first->second;
}

Result<Role> ChangeCheck::roleOf(const Member &member, const ObjectId &tree)
{
    const auto device = TRY(document(tree, contract::pathOf("device", member.id)));
    const std::string owner = device ? device->textAt("owner") : std::string();
    if (owner.empty())
        return member.role;
    const auto person = TRY(document(tree, contract::pathOf("person", owner)));
    const auto theirs = person ? contract::fromName<Role>(person->textAt("role")) : std::nullopt;
    return std::min(member.role, theirs.value_or(Role::guest));
}

} // namespace freehold::change
