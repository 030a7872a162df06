// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/git.h"
#include "change/index_file.h"
#include "change/work_tree.h"
#include "support/log.h"

#include <algorithm>
#include <set>
#include <sys/stat.h>

namespace freehold::change {

using namespace git;

void WorkTree::updateIndex(const ObjectId &tree, const std::vector<Edit> &files, const Shown &shown)
{
    std::vector<TreeEntry> entries;
    for (const Edit &file : files) {
        git_oid id{};
        if (file.text)
            git_odb_hash(&id, file.text->data(), file.text->size(), GIT_OBJECT_BLOB);
        entries.push_back({file.path, file.text ? toHex(id) : ObjectId()});
    }
    if (writeIndex(tree, entries, shown.left))
        return;
    isIndexStale_ = true;
    log::write(log::Level::warning, "change", "git's index could not be brought up to date");
}

Result<void> WorkTree::writeIndex(
    const ObjectId &tree, const std::vector<TreeEntry> &entries, const std::vector<std::string> &edited)
{
    git_index *const opened = index_->open();
    if (opened == nullptr)
        return rebuildIndex(tree);
    std::vector<std::string> paths;
    for (const auto &[path, blob] : entries) {
        paths.push_back(path);
        if (blob.empty()) {
            git_index_remove(opened, path.c_str(), 0);
            continue;
        }
        git_index_entry entry{};
        entry.path = path.c_str();
        entry.mode = GIT_FILEMODE_BLOB;
        entry.id = TRY(fromHex(blob));
        struct stat status{};
        // With the file's own times in it, git need not read the file again to know that it is clean.
        if (!std::ranges::contains(edited, path)
            && ::lstat((repository_.folder() / path).c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
            entry.file_size = static_cast<std::uint32_t>(status.st_size);
            entry.mtime.seconds = static_cast<std::int32_t>(status.st_mtim.tv_sec);
            entry.mtime.nanoseconds = static_cast<std::uint32_t>(status.st_mtim.tv_nsec);
            entry.ctime.seconds = static_cast<std::int32_t>(status.st_ctim.tv_sec);
            entry.ctime.nanoseconds = static_cast<std::uint32_t>(status.st_ctim.tv_nsec);
            entry.ino = static_cast<std::uint32_t>(status.st_ino);
            entry.dev = static_cast<std::uint32_t>(status.st_dev);
            entry.uid = status.st_uid;
            entry.gid = status.st_gid;
        }
        git_index_add(opened, &entry);
    }
    vouchForNewest(opened);
    return index_->write(std::move(paths));
}

/// A file that was written within the same tick of the clock as the index may have changed since ("racy-git"
/// in git's documentation). libgit2 would walk the file's whole folder to see; the file alone says as much.
void WorkTree::vouchForNewest(git_index *index) const
{
    for (const std::string &path : index_->racy()) {
        const git_index_entry *found = git_index_get_bypath(index, path.c_str(), 0);
        if (found == nullptr)
            continue;
        const auto content = fileAt(path);
        git_oid id{};
        const bool isSame = content && *content
            && git_odb_hash(&id, (*content)->data(), (*content)->size(), GIT_OBJECT_BLOB) == 0
            && git_oid_equal(&id, &found->id) != 0;
        git_index_entry entry = *found;
        if (!isSame)
            entry.file_size = 0; // as git does with one that it no longer trusts
        git_index_add(index, &entry);
    }
}

Result<void> WorkTree::mendIndex(const ObjectId &tree)
{
    git_index *const opened = index_->open();
    if (opened == nullptr)
        return rebuildIndex(tree);
    std::vector<TreeEntry> stale;
    std::set<std::string> wanted;
    for (TreeEntry &entry : TRY(repository_.entries(tree))) {
        const git_index_entry *found = git_index_get_bypath(opened, entry.path.c_str(), 0);
        wanted.insert(entry.path);
        if ((found == nullptr || toHex(found->id) != entry.blob) && !TRY(isEdited(tree, entry.path)))
            stale.push_back(std::move(entry));
    }
    for (std::size_t at = 0; at < git_index_entrycount(opened); ++at) {
        const std::string path = git_index_get_byindex(opened, at)->path;
        if (!wanted.contains(path) && !TRY(isEdited(tree, path)))
            stale.push_back({path, {}});
    }
    if (!stale.empty()) {
        if (auto written = writeIndex(tree, stale, {}); !written)
            return written;
    }
    isIndexStale_ = false;
    return {};
}

Result<void> WorkTree::rebuildIndex(const ObjectId &tree)
{
    std::error_code ignored;
    std::filesystem::remove(repository_.folder() / ".git" / "index", ignored);
    git_index *const opened = index_->open();
    if (opened == nullptr)
        return lastError(GIT_ERROR, "index");
    for (const auto &[path, blob] : TRY(repository_.entries(tree))) {
        git_index_entry entry{};
        entry.path = path.c_str();
        entry.mode = GIT_FILEMODE_BLOB;
        entry.id = TRY(fromHex(blob));
        git_index_add(opened, &entry);
    }
    return index_->write({});
}

void WorkTree::rest()
{
    index_->rest();
}

} // namespace freehold::change
