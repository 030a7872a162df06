// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/revocation.h"

#include "change/loading.h"
#include "change/replication/merge_order.h"

#include <algorithm>

namespace freehold::change {

namespace {

constexpr std::string_view keys = "revoked.*";

/// What a document says but for revocations.
Document::Entries otherEntries(const Document &member)
{
    Document::Entries entries = member.entries();
    std::erase_if(entries, [](const auto &entry) { return contract::matches(keys, entry.first); });
    return entries;
}

} // namespace

bool isRevoked(const Document &member)
{
    return std::ranges::any_of(
        member.entries(), [](const auto &entry) { return contract::matches(keys, entry.first); });
}

Revocations revocationsIn(const Document &member)
{
    Revocations found;
    for (const auto &[key, entry] : member.entries()) {
        if (contract::matches(keys, key))
            found.insert({member.id(), contract::nameOfPart(contract::keyParts(key)[1]), member.textAt(key)});
    }
    return found;
}

Result<Revocations> revocationsAt(const Repository &repository, const ObjectId &tree)
{
    Revocations found;
    for (TreeEntry &entry : TRY(repository.entriesIn(tree, "members"))) {
        const auto path = contract::classify(entry.path);
        if (!path || path->kind->name != "member")
            continue;
        if (const auto member = Document::parse(std::move(entry.path), TRY(repository.blob(entry.blob))))
            found.merge(revocationsIn(**member));
    }
    return found;
}

std::string revoked(const Document &member, const std::string &by, const ObjectId &last)
{
    return withValue(member.text(), "revoked." + contract::keyPart(by), last);
}

Result<ObjectId> newestBy(const Repository &repository, const ObjectId &head, const std::string &member)
{
    return latestWhere(
        repository, head, [&](const Record &record) { return record.author.deviceId == member; });
}

Result<bool> onlyRevokes(const Repository &repository, const Commit &change)
{
    if (change.parents.size() != 1)
        return false;
    const ObjectId before = TRY(repository.commit(change.parents.front())).tree;
    const auto difference = TRY(repository.difference(before, change.tree));
    std::set<std::string> removed;
    std::vector<std::string> others;
    for (const std::string &path : difference.paths) {
        const auto classified = contract::classify(path);
        if (!classified || classified->kind->name != "member") {
            others.push_back(path);
            continue;
        }
        const auto was = TRY(documentAt(repository, before, path));
        const auto is = TRY(documentAt(repository, change.tree, path));
        if (!was || !is || otherEntries(*was) != otherEntries(*is)
            || revocationsIn(*was) == revocationsIn(*is))
            return false;
        removed.insert(classified->id);
    }
    for (const std::string &path : others) {
        const auto classified = contract::classify(path);
        if (!classified || classified->kind->name != "device" || !removed.contains(classified->id)
            || !TRY(repository.blobAt(change.tree, path)).empty())
            return false;
    }
    return !removed.empty();
}

} // namespace freehold::change
