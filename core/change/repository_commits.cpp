// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"
#include "change/fresh_objects.h"
#include "change/git.h"
#include "change/pack_writer.h"
#include "change/repository.h"
#include "change/tree_writer.h"
#include "support/aside.h"
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

Result<void> Repository::writePack(const PackWriter &pack)
{
    const PackWriter::PassingPlaces passingPlaces{passing("pack.new"), passing("pack-index.new")};
    makePassingFolder();
    if (auto written = pack.write(folder_ / ".git" / "objects" / "pack", passingPlaces); !written)
        return written;
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
    return writePack(pack).transform([&] { return id; });
}

Result<NextMain> Repository::writeNextMain(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
    const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message,
    const crypto::SigningKey *key)
{
    PackWriter pack;
    NextMain next{TRY(addCommit(pack, parents, baseTree, edits, person, time, message, key)), {}};
    Result<void> written;
    {
        const std::jthread locking
            = aside([&] { next.lock = ReferenceLock(folder_ / ".git" / mainReference, next.id); });
        written = writePack(pack);
    }
    if (!written)
        return std::unexpected(std::move(written).error());
    return next;
}

} // namespace freehold::change
