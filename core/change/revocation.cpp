// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/revocation.h"

#include "change/loading.h"
#include "support/time.h"

#include <algorithm>
#include <tuple>

namespace freehold::change {

namespace {

constexpr std::string_view keys = "revoked.*";

/// What a document says but for revocations.
Entries otherEntries(const Document &member)
{
    Entries entries = member.entries();
    entries.eraseIf([](const auto &entry) { return contract::matches(keys, entry.first); });
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

std::string revoked(const Document &member, const std::string &by, const ObjectId &known)
{
    return withValue(member.text(), "revoked." + contract::keyPart(by), known);
}

Result<Revocations> thoseThatHold(const Repository &repository, const Revocations &revocations)
{
    struct Aged {
        Time admitted; ///< when whoever removes was
        Revocation revocation;
    };
    std::vector<Aged> aged;
    for (const Revocation &revocation : revocations) {
        const Commit known = TRY(repository.commit(revocation.known));
        const auto by = TRY(documentAt(repository, known.tree, contract::pathOf("member", revocation.by)));
        const auto admitted = fromRfc3339(by ? by->textAt("admitted") : std::string());
        aged.push_back({admitted.value_or(Time::max()), revocation});
    }
    std::ranges::sort(aged, {}, [](const Aged &one) { return std::tie(one.admitted, one.revocation.by); });
    Revocations holding;
    for (const Aged &one : aged) {
        bool isVoid = false;
        for (const Revocation &other : holding) {
            if (other.member != one.revocation.by || other.by == one.revocation.by)
                continue;
            const Commit known = TRY(repository.commit(other.known));
            isVoid = isVoid || !TRY(revocationsAt(repository, known.tree)).contains(one.revocation);
        }
        if (!isVoid)
            holding.insert(one.revocation);
    }
    return holding;
}

Result<bool> onlyRevokes(const Repository &repository, const Commit &change, const Revocations &holding)
{
    if (change.parents.size() != 1)
        return false;
    const ObjectId formerTree = TRY(repository.commit(change.parents.front())).tree;
    const auto difference = TRY(repository.difference(formerTree, change.tree));
    std::set<std::string> removed;
    std::vector<std::string> others;
    for (const std::string &path : difference.paths) {
        const auto classified = contract::classify(path);
        if (!classified || classified->kind->name != "member") {
            others.push_back(path);
            continue;
        }
        const auto was = TRY(documentAt(repository, formerTree, path));
        const auto is = TRY(documentAt(repository, change.tree, path));
        if (!was || !is || otherEntries(*was) != otherEntries(*is))
            return false;
        const Revocations before = revocationsIn(*was);
        const Revocations after = revocationsIn(*is);
        const bool allHold = std::ranges::all_of(
            after, [&](const Revocation &one) { return before.contains(one) || holding.contains(one); });
        if (before == after || !allHold)
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
