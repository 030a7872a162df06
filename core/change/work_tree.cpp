// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/work_tree.h"

#include "change/git.h"
#include "support/file.h"

#include <git2/sys/repository.h>

#include <algorithm>
#include <set>
#include <sys/stat.h>

namespace freehold::change {

using namespace git;

bool isPassing(std::string_view path)
{
    const auto slash = path.rfind('/');
    const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    // Hidden files, vi's and emacs's back-ups and locks, vi's probe, and what is written beside and renamed.
    return name.empty() || name.starts_with('.') || name.starts_with('#') || name.ends_with('~')
        || name.ends_with(".swp") || name.ends_with(".swo") || name.ends_with(".swx")
        || name.ends_with(".tmp") || name.ends_with(".new") || name.ends_with(".bak")
        || name.ends_with(".orig") || name.ends_with(".rej") || name == "4913";
}

std::optional<WorkTree::FileStatus> WorkTree::statusOf(const std::filesystem::path &place)
{
    struct stat status{};
    if (::lstat(place.c_str(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t second = 1'000'000'000;
    return FileStatus{status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec * second + status.st_ctim.tv_nsec, status.st_size, status.st_ino};
}

Result<std::optional<std::string>> WorkTree::fileAt(const std::string &path) const
{
    const auto place = repository_.folder() / path;
    struct stat status{};
    if (::lstat(place.c_str(), &status) != 0)
        return std::optional<std::string>();
    return std::optional(TRY(file::read(place, maximumDocumentBytes)));
}

Result<std::optional<std::string>> WorkTree::contentAt(const ObjectId &tree, const std::string &path) const
{
    const ObjectId blob = TRY(repository_.blobAt(tree, path));
    if (blob.empty())
        return std::optional<std::string>();
    return std::optional(TRY(repository_.blob(blob)));
}

Result<bool> WorkTree::isEdited(const ObjectId &tree, const std::string &path) const
{
    const auto there = fileAt(path);
    if (!there)
        return true;
    const auto wanted = TRY(contentAt(tree, path));
    return *there != wanted;
}

bool WorkTree::isKnown(
    const std::filesystem::path &place, const std::string &path, const ObjectId &blob) const
{
    const auto found = known_.find(path);
    return found != known_.end() && found->second.blob == blob && statusOf(place) == found->second.status;
}

void WorkTree::remember(
    const std::filesystem::path &place, const std::string &path, const ObjectId &blob) const
{
    const auto status = statusOf(place);
    // A file that changed just now may change again within the same tick of the file system's clock
    // ("racy git"): it is read again next time.
    constexpr std::int64_t tickNanoseconds = 2'000'000'000;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto nowNanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    if (status && nowNanoseconds - status->changedNanoseconds > tickNanoseconds)
        known_.insert_or_assign(path, Known{*status, blob});
}

Result<std::vector<HandEdit>> WorkTree::edits(const ObjectId &tree) const
{
    std::map<std::string, ObjectId> wanted;
    for (TreeEntry &entry : TRY(repository_.entries(tree)))
        wanted.emplace(std::move(entry.path), std::move(entry.blob));

    std::vector<HandEdit> found;
    std::error_code error;
    std::filesystem::recursive_directory_iterator walk(
        repository_.folder(), std::filesystem::directory_options::none, error);
    for (; !error && walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
        const std::string path = walk->path().lexically_relative(repository_.folder()).string();
        const auto type = walk->symlink_status(error).type();
        if (type == std::filesystem::file_type::directory) {
            if (walk->path().filename() == ".git" || walk->path().filename().string().starts_with('.'))
                walk.disable_recursion_pending();
            continue;
        }
        if (isPassing(path))
            continue;
        const auto entry = wanted.find(path);
        if (type != std::filesystem::file_type::regular) {
            found.push_back({path, std::nullopt, Error{ErrorCode::link_in_tree, {}, {}}});
        } else {
            if (entry != wanted.end() && isKnown(walk->path(), path, entry->second)) {
                wanted.erase(entry);
                continue;
            }
            auto content = file::read(walk->path(), maximumDocumentBytes);
            git_oid id{};
            if (content)
                git_odb_hash(&id, content->data(), content->size(), GIT_OBJECT_BLOB);
            if (!content)
                found.push_back({path, std::nullopt, std::move(content).error()});
            else if (entry == wanted.end() || entry->second != toHex(id))
                found.push_back({path, std::move(*content), std::nullopt});
            else
                remember(walk->path(), path, entry->second);
        }
        if (entry != wanted.end())
            wanted.erase(entry);
    }
    if (error)
        return std::unexpected(file::errorFor(error.value(), repository_.folder(), false));
    for (const auto &[path, blob] : wanted)
        found.push_back({path, std::nullopt, std::nullopt});
    std::ranges::sort(found, {}, &HandEdit::path);
    return found;
}

Result<std::vector<std::string>> WorkTree::update(
    std::span<const ObjectId> from, const ObjectId &to, const std::vector<std::string> &paths)
{
    std::vector<std::string> left;
    for (const std::string &path : paths) {
        const auto wanted = TRY(contentAt(to, path));
        const auto place = repository_.folder() / path;
        std::error_code noLink;
        const auto target = std::filesystem::read_symlink(place, noLink);
        // git keeps of a link what it points to; nobody edits one that still points there.
        const auto there = noLink ? fileAt(path) : std::optional(target.string());
        if (noLink && there && *there == wanted)
            continue;
        bool isOurs = false;
        for (const ObjectId &tree : from)
            isOurs = isOurs || (there && *there == TRY(contentAt(tree, path)));
        if (!isOurs) {
            left.push_back(path);
            continue;
        }
        if (wanted) {
            if (auto made = file::makeFolder(place.parent_path()); !made)
                return std::unexpected(std::move(made).error());
            // Through git's own folder, so that a kill leaves no half-written file among the documents.
            const auto passing = repository_.folder() / ".git" / "document.new";
            if (auto written = file::writeDurablyThrough(passing, place, *wanted); !written)
                return std::unexpected(std::move(written).error());
        } else {
            if (auto removed = file::removeDurably(place); !removed)
                return std::unexpected(std::move(removed).error());
            std::error_code ignored;
            // Only an empty folder goes.
            std::filesystem::remove(place.parent_path(), ignored);
        }
    }
    return left;
}

Result<void> WorkTree::updateIndex(const ObjectId &tree, const std::vector<std::string> &paths)
{
    auto written = writeIndex(tree, paths);
    isIndexStale_ = isIndexStale_ || !written;
    return written;
}

Result<void> WorkTree::writeIndex(const ObjectId &tree, const std::vector<std::string> &paths) const
{
    git_index *opened = nullptr;
    if (const int code = git_repository_index(&opened, repository_.handle()); code != 0)
        return rebuildIndex(tree);
    const Index index(opened);
    if (git_index_read(opened, 0) != 0)
        return rebuildIndex(tree);
    for (const std::string &path : paths) {
        const ObjectId blob = TRY(repository_.blobAt(tree, path));
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
        if (::lstat((repository_.folder() / path).c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
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
    // The index can be made again from HEAD at any time: waiting for the disk would buy nothing.
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
    const int code = git_index_write(opened);
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    if (code != 0)
        return lastError(code, "index");
    return {};
}

Result<void> WorkTree::mendIndex(const ObjectId &tree)
{
    git_index *opened = nullptr;
    if (const int code = git_repository_index(&opened, repository_.handle()); code != 0)
        return rebuildIndex(tree);
    const Index index(opened);
    if (git_index_read(opened, 1) != 0)
        return rebuildIndex(tree);
    std::vector<std::string> stale;
    std::set<std::string> wanted;
    for (TreeEntry &entry : TRY(repository_.entries(tree))) {
        const git_index_entry *found = git_index_get_bypath(opened, entry.path.c_str(), 0);
        if ((found == nullptr || toHex(found->id) != entry.blob) && !TRY(isEdited(tree, entry.path)))
            stale.push_back(entry.path);
        wanted.insert(std::move(entry.path));
    }
    for (std::size_t at = 0; at < git_index_entrycount(opened); ++at) {
        const std::string path = git_index_get_byindex(opened, at)->path;
        if (!wanted.contains(path) && !TRY(isEdited(tree, path)))
            stale.push_back(path);
    }
    if (!stale.empty()) {
        if (auto updated = updateIndex(tree, stale); !updated)
            return updated;
    }
    isIndexStale_ = false;
    return {};
}

Result<void> WorkTree::rebuildIndex(const ObjectId &tree) const
{
    std::error_code ignored;
    std::filesystem::remove(repository_.folder() / ".git" / "index", ignored);
    git_index *opened = nullptr;
    if (const int code = git_repository_index(&opened, repository_.handle()); code != 0)
        return lastError(code, "index");
    const Index index(opened);
    git_index_read(opened, 1);
    std::vector<std::string> paths;
    for (TreeEntry &entry : TRY(repository_.entries(tree)))
        paths.push_back(std::move(entry.path));
    for (const std::string &path : paths) {
        git_index_entry entry{};
        entry.path = path.c_str();
        entry.mode = GIT_FILEMODE_BLOB;
        const ObjectId blob = TRY(repository_.blobAt(tree, path));
        entry.id = TRY(fromHex(blob));
        git_index_add(opened, &entry);
    }
    if (const int code = git_index_write(opened); code != 0)
        return lastError(code, "index");
    return {};
}

} // namespace freehold::change
