// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "change/file_status.h"
#include "change/repository.h"
#include "support/passing_file.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct git_index;

namespace freehold::change {

namespace git {
class IndexFile;
}

/// A file of the work tree that is not what HEAD says. Without text it was deleted, or there is none to be
/// had.
struct HandEdit {
    std::string path;
    std::optional<std::string> text;
    std::optional<Error> unusable; ///< a link stands in its place, or it can't be read, or is too large
};

/// The files beside git's own data, which people may edit. What somebody is editing is never overwritten.
class WorkTree {
public:
    explicit WorkTree(Repository &repository);
    ~WorkTree();

    /// True where the file is other than a commit's tree has it.
    [[nodiscard]] Result<bool> isEdited(const ObjectId &tree, const std::string &path) const;
    /// Everything that differs from a tree, less editors' swap and temporary files.
    [[nodiscard]] Result<std::vector<HandEdit>> edits(const ObjectId &tree) const;
    /// What show() is going to write, so that it waits for the disk together with the commit. May be called
    /// for a commit that doesn't come.
    void prepare(const std::vector<Edit> &files);
    /// What prepare() wrote, if anything.
    [[nodiscard]] file::PassingFile *prepared() { return prepared_ ? &prepared_->file : nullptr; }
    /// The files of `paths` as a tree has them.
    [[nodiscard]] Result<std::vector<Edit>> filesOf(
        const ObjectId &tree, const std::vector<std::string> &paths) const;
    struct Shown {
        std::vector<std::string> written;
        std::vector<std::string> left; ///< as somebody is editing them
    };
    /// Puts files into the work tree. One that is neither as a tree of `from` has it nor as it is to be is
    /// left alone.
    [[nodiscard]] Result<Shown> show(std::span<const ObjectId> from, const std::vector<Edit> &files);
    /// Until then, a power cut may take back what show() did.
    [[nodiscard]] Result<void> sync(const Shown &shown) const;
    /// Brings git's index up to date with what show() did for `tree`. May run beside sync(), and whatever
    /// doesn't use this. One that can't be written is no failure: see isIndexStale().
    void updateIndex(const ObjectId &tree, const std::vector<Edit> &files, const Shown &shown);
    /// After a power cut, which git's index may not have survived: where a file says what the tree says, the
    /// index does too. What somebody staged and still has in the file stays staged.
    [[nodiscard]] Result<void> mendIndex(const ObjectId &tree);
    /// Whether the index could not be written last time, as while another program holds its lock; until it is
    /// mended, what it says of a file may be older than the file.
    [[nodiscard]] bool isIndexStale() const { return isIndexStale_; }
    /// Lets go of the index, until it is needed again.
    void rest();

private:
    [[nodiscard]] Result<std::optional<std::string>> fileAt(const std::string &path) const;
    [[nodiscard]] Result<void> write(const Edit &file);
    /// Of `entries`, one without a blob goes. Of the files of `edited`, which are others than the tree has,
    /// the index must not know the times.
    [[nodiscard]] Result<void> writeIndex(
        const ObjectId &tree, const std::vector<TreeEntry> &entries, const std::vector<std::string> &edited);
    [[nodiscard]] Result<void> rebuildIndex(const ObjectId &tree);
    void vouchForNewest(git_index *index) const;
    [[nodiscard]] Result<std::optional<std::string>> contentAt(
        const ObjectId &tree, const std::string &path) const;

    /// A file that held a blob when it was last read.
    struct Known {
        FileStatus status;
        ObjectId blob;
    };
    [[nodiscard]] bool isKnown(
        const std::filesystem::path &place, const std::string &path, const ObjectId &blob) const;
    void remember(const std::filesystem::path &place, const std::string &path, const ObjectId &blob) const;

    Repository &repository_;
    mutable std::map<std::string, Known> known_;
    bool isIndexStale_ = false;
    std::unique_ptr<git::IndexFile> index_;

    /// A file that lies at the passing place already.
    struct Prepared {
        Edit edit;
        file::PassingFile file;
    };
    std::optional<Prepared> prepared_;
};

/// Files that editors and people's tools leave beside documents: they are no documents and no mistake.
[[nodiscard]] bool isPassing(std::string_view path);

} // namespace freehold::change
