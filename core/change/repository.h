// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/passing_places.h"
#include "change/reference_lock.h"
#include "support/aside.h"
#include "support/crypto.h"
#include "support/passing_file.h"
#include "support/result.h"
#include "support/time.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct git_repository;

namespace freehold::change::git {
class FreshObjects;
class Library;
class PackFiles;
class PackWriter;
} // namespace freehold::change::git

namespace freehold::change {

/// A git object's id in hexadecimal. Empty: none.
using ObjectId = std::string;

struct Edit;

struct Commit {
    ObjectId id;
    ObjectId tree;
    std::vector<ObjectId> parents;
    Time time{};
    std::string message;
};

struct TreeEntry {
    std::string path;
    ObjectId blob;
};

struct Reference {
    std::string name;
    ObjectId target;
};

/// A commit that `main` is to move to.
struct NextMain {
    ObjectId id;
    ReferenceLock lock; ///< on `main`, with the commit laid ready in it, where nobody else held it
};

inline constexpr const char *mainReference = "refs/heads/main";
/// A commit of other members that `main` is being moved to.
inline constexpr const char *takingInReference = "refs/freehold/taking-in";
inline constexpr const char *appliedReference = "refs/freehold/applied";

/// The git repository of a house, over libgit2. What a method reports as done survives a power cut: a
/// commit's objects go into one pack, fsynced, before a reference names it, and references are fsynced too.
/// Used from one thread. Errors: disk_full, folder_read_only, repository_damaged, repository_locked.
class Repository {
public:
    /// Makes an empty repository with a work tree in `folder`.
    [[nodiscard]] static Result<Repository> create(const std::filesystem::path &folder);
    /// Takes away what a killed engine left: locks, and objects half-written.
    [[nodiscard]] static Result<Repository> open(const std::filesystem::path &folder);
    /// To be read in another thread while somebody else writes to it: nothing is taken away. `more`: folders
    /// as git's `objects` is, whose packs are there too.
    [[nodiscard]] static Result<Repository> openToRead(
        const std::filesystem::path &folder, const std::vector<std::filesystem::path> &more = {});
    /// The same for one more thread.
    [[nodiscard]] Result<Repository> openAgain() const { return openToRead(folder_, more_); }
    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;
    ~Repository();

    [[nodiscard]] const std::filesystem::path &folder() const { return folder_; }
    [[nodiscard]] const PassingPlaces &passing() const { return passing_; }
    /// The files that were replaced since makeReady().
    [[nodiscard]] file::Replaced &replaced() { return *replaced_; }
    /// For what may run beside something else that a change does.
    [[nodiscard]] Aside &aside() { return *aside_; }
    [[nodiscard]] git_repository *handle() const { return repository_.get(); }

    /// The commit that a reference names; empty where there is no such reference.
    [[nodiscard]] Result<ObjectId> resolve(const std::string &reference) const;
    [[nodiscard]] Result<void> setReference(const std::string &name, const ObjectId &target);
    /// The same for a reference that nobody else moves: its file is overwritten where it lies, if there is
    /// one and nobody holds its lock.
    [[nodiscard]] Result<void> overwriteReference(const std::string &name, const ObjectId &target);
    /// Moves `main` from one commit to the next, unless somebody else moved it meanwhile: then false.
    [[nodiscard]] Result<bool> moveMain(const ObjectId &from, const ObjectId &to);
    [[nodiscard]] Result<bool> moveMain(const ObjectId &from, NextMain next);
    [[nodiscard]] Result<void> removeReference(const std::string &name);
    [[nodiscard]] Result<std::vector<Reference>> references(const std::string &glob) const;
    /// The branch that the work tree shows, as "refs/heads/main"; empty where HEAD is detached.
    [[nodiscard]] std::string headReference() const;

    [[nodiscard]] Result<Commit> commit(const ObjectId &id) const;
    /// Whether an object is there.
    [[nodiscard]] bool holds(const ObjectId &id) const;
    /// The bytes of a blob, without reading it; nothing where it is none, or is not there.
    [[nodiscard]] std::optional<std::size_t> sizeOfBlob(const ObjectId &id) const;
    [[nodiscard]] Result<std::string> rawCommit(const ObjectId &id) const;
    /// The commit whose id starts so. Errors: change_missing, change_id_ambiguous.
    [[nodiscard]] Result<ObjectId> expand(const std::string &prefix) const;
    [[nodiscard]] Result<bool> isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const;
    /// The commits that one of `heads` builds on and none of `known` does, themselves included, parents
    /// before children.
    [[nodiscard]] Result<std::vector<ObjectId>> commitsBetween(
        const std::vector<ObjectId> &known, const std::vector<ObjectId> &heads) const;
    /// The commit where two histories parted; empty where they have none in common.
    [[nodiscard]] Result<ObjectId> mergeBase(const ObjectId &one, const ObjectId &other) const;
    [[nodiscard]] Result<std::vector<TreeEntry>> entries(const ObjectId &tree) const;
    /// The files that lie in a folder of a tree, and not deeper; none where there is no such folder.
    [[nodiscard]] Result<std::vector<TreeEntry>> entriesIn(
        const ObjectId &tree, const std::string &folder) const;
    /// Entries that are no plain file: links, submodules. Their paths.
    [[nodiscard]] Result<std::vector<std::string>> strangeEntries(const ObjectId &tree) const;
    /// Paths whose entries differ between two trees; an empty id is the empty tree.
    [[nodiscard]] Result<std::vector<std::string>> changedPaths(
        const ObjectId &before, const ObjectId &after) const;
    struct Difference {
        std::vector<std::string> paths; ///< of entries that differ, sorted
        std::vector<std::string> strange; ///< those whose new entry is no plain file
    };
    /// The same, with what is no document.
    [[nodiscard]] Result<Difference> difference(const ObjectId &before, const ObjectId &after) const;
    [[nodiscard]] Result<std::string> blob(const ObjectId &id) const;
    /// The blob of a path in a tree; empty id where it is not there.
    [[nodiscard]] Result<ObjectId> blobAt(const ObjectId &tree, const std::string &path) const;
    /// The unified difference of a commit to its first parent.
    [[nodiscard]] Result<std::string> patch(const ObjectId &commit) const;

    struct Person {
        std::string name;
        std::string email;
    };
    /// Writes blobs, trees and a commit, signed with `key` where one is given. No reference moves.
    [[nodiscard]] Result<ObjectId> writeCommit(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
        const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message,
        const crypto::SigningKey *key);
    /// The id that writeCommit() would give to one that nobody signs. Nothing is written.
    [[nodiscard]] Result<ObjectId> commitId(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
        const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message) const;
    /// As writeCommit(), for a commit that `main` moves to next: what `main` becomes waits for the disk with
    /// the commit, and so does `along` where it is not null.
    [[nodiscard]] Result<NextMain> writeNextMain(const std::vector<ObjectId> &parents,
        const ObjectId &baseTree, const std::vector<Edit> &edits, const Person &person, Time time,
        const std::string &message, const crypto::SigningKey *key, file::PassingFile *along);

    /// While nobody waits: makes the files through which the next commit will pass, lets go of those that the
    /// last one replaced, and reads the trees down to `path` at the head, whose hashes are checked with that.
    void makeReady(const ObjectId &head, const std::string &path);
    /// Joins small packs into larger ones when there are many. Survives a power cut at any point.
    [[nodiscard]] Result<void> packIfDue();
    /// Gives the memory back in which packs and indexes are mapped; what is asked next maps them again, which
    /// takes a few milliseconds.
    void rest();

private:
    struct Free {
        void operator()(git_repository *repository) const;
    };
    Repository(std::unique_ptr<git::Library> library, std::filesystem::path folder,
        std::unique_ptr<git_repository, Free> repository);
    [[nodiscard]] Result<ObjectId> addCommit(git::PackWriter &pack, const std::vector<ObjectId> &parents,
        const ObjectId &baseTree, const std::vector<Edit> &edits, const Person &person, Time time,
        const std::string &message, const crypto::SigningKey *key) const;
    [[nodiscard]] Result<git::PackFiles> writePack(const git::PackWriter &pack) const;
    [[nodiscard]] Result<void> takeIn(const git::PackWriter &pack, git::PackFiles files);
    [[nodiscard]] std::unexpected<Error> notMoved(const ObjectId &from, const ObjectId &to, Error error);
    /// For repositories that were made before this was a setting of ours.
    void ignoreFileModes() const;
    [[nodiscard]] Result<void> clearLeftOvers() const;

    std::unique_ptr<git::Library> library_; // goes last
    std::filesystem::path folder_;
    std::vector<std::filesystem::path> more_;
    PassingPlaces passing_;
    PassingPlaces::Lengths lengths_; ///< of the last change
    std::unique_ptr<git_repository, Free> repository_;
    std::unique_ptr<git::FreshObjects> freshObjects_;
    std::unique_ptr<file::Replaced> replaced_; ///< where it lies, though this is moved
    std::unique_ptr<Aside> aside_;
};

} // namespace freehold::change
