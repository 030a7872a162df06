// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"
#include "change/fresh_objects.h"
#include "change/git.h"
#include "change/pack_writer.h"
#include "change/repository.h"
#include "change/tree_writer.h"
#include "support/ssh.h"

#include <format>

namespace freehold::change {

using namespace git;

namespace {

/// One line "name <email> seconds +0000" of a commit; what would break the line is left out, as git does.
std::string signatureLine(const Repository::Person &person, Time time)
{
    const auto clean = [](std::string text) {
        std::erase_if(text, [](char character) {
            return character == '<' || character == '>' || static_cast<unsigned char>(character) < ' ';
        });
        return text;
    };
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return std::format("{} <{}> {} +0000", clean(person.name), clean(person.email), seconds);
}

/// The header that carries a signature: further lines begin with a space (gitformat-signature(5)).
std::string signatureHeader(const std::string &armoured)
{
    std::string header = "gpgsig ";
    for (const char character : armoured) {
        header += character;
        if (character == '\n')
            header += ' ';
    }
    return header + '\n';
}

} // namespace

Result<ObjectId> Repository::addCommit(PackWriter &pack, const std::vector<ObjectId> &parents,
    const ObjectId &baseTree, const std::vector<Edit> &edits, const Person &person, Time time,
    const std::string &message, const crypto::SigningKey *key) const
{
    Blobs blobs;
    for (const Edit &edit : edits) {
        std::optional<git_oid> blob;
        if (edit.text)
            blob = TRY(pack.add(*edit.text, GIT_OBJECT_BLOB));
        blobs[edit.path] = blob;
    }
    std::optional<git_oid> tree;
    if (!baseTree.empty())
        tree = TRY(fromHex(baseTree));
    if (!blobs.empty())
        tree = TRY(writeTree(handle(), pack, tree, blobs));
    if (!tree)
        return failure(ErrorCode::house_identity_changed);

    std::string headers = "tree " + toHex(*tree) + '\n';
    for (const ObjectId &parent : parents)
        headers += "parent " + parent + '\n';
    const std::string who = signatureLine(person, time);
    headers += "author " + who + "\ncommitter " + who + '\n';
    const std::string signature
        = key == nullptr ? std::string() : signatureHeader(ssh::sign(*key, headers + '\n' + message));
    return toHex(TRY(pack.add(headers + signature + '\n' + message, GIT_OBJECT_COMMIT)));
}

Result<PackFiles> Repository::writePack(const PackWriter &pack) const
{
    passing_.makeFolder();
    return pack.write(folder_ / ".git" / "objects" / "pack", passing_);
}

Result<void> Repository::takeIn(const PackWriter &pack, PackFiles files)
{
    if (auto put = files.put(); !put)
        return put;
    lengths_.pack = files.bytes().pack;
    lengths_.packIndex = files.bytes().index;
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    freshObjects_->add(database, pack.objects());
    return {};
}

Result<ObjectId> Repository::writeCommit(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
    const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message,
    const crypto::SigningKey *key)
{
    PackWriter pack;
    const ObjectId id = TRY(addCommit(pack, parents, baseTree, edits, person, time, message, key));
    auto files = TRY(writePack(pack));
    if (auto synced = files.sync(); !synced)
        return std::unexpected(std::move(synced).error());
    return takeIn(pack, std::move(files)).transform([&] { return id; });
}

Result<ObjectId> Repository::commitId(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
    const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message) const
{
    PackWriter pack;
    return addCommit(pack, parents, baseTree, edits, person, time, message, nullptr);
}

Result<NextMain> Repository::writeNextMain(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
    const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message,
    const crypto::SigningKey *key, file::PassingFile *along)
{
    PackWriter pack;
    NextMain next{TRY(addCommit(pack, parents, baseTree, edits, person, time, message, key)), {}};
    auto files = TRY(writePack(pack));
    next.lock = ReferenceLock(passing_.main(), folder_ / ".git" / mainReference, next.id);
    Result<void> lockSynced;
    Result<void> alongSynced;
    Result<void> filesSynced;
    {
        // Disks do more in the same time when more than one waits for them.
        const auto running = aside_->begin([&] {
            lockSynced = next.lock.sync();
            alongSynced = along == nullptr ? Result<void>() : along->sync();
        });
        filesSynced = files.sync();
    }
    for (Result<void> *synced : {&filesSynced, &lockSynced, &alongSynced}) {
        if (!*synced)
            return std::unexpected(std::move(*synced).error());
    }
    return takeIn(pack, std::move(files)).transform([&] { return std::move(next); });
}

} // namespace freehold::change
