// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/work_tree.h"

#include "change/git.h"
#include "change/index_file.h"
#include "support/file.h"

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

WorkTree::WorkTree(Repository &repository)
    : repository_(repository)
    , index_(std::make_unique<IndexFile>(repository.handle(), repository.passing(), repository.replaced()))
{
}

WorkTree::~WorkTree() = default;

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

void WorkTree::prepare(const std::vector<Edit> &files)
{
    // What lies ready for a change that failed is no other's: it would fail with it again.
    prepared_.reset();
    // Several would each need a place of their own, and a change of many takes its time anyway.
    if (files.size() != 1 || !files.front().text)
        return;
    const Edit &edit = files.front();
    // What went wrong is told where the file is written because nothing lies ready.
    if (auto file = file::PassingFile::write(
            repository_.passing().document(), repository_.folder() / edit.path, *edit.text))
        prepared_ = Prepared{edit, std::move(*file)};
    if (prepared_)
        prepared_->file.start();
}

Result<void> WorkTree::write(const Edit &file)
{
    const auto place = repository_.folder() / file.path;
    if (!file.text) {
        std::error_code error;
        std::filesystem::remove(place, error);
        if (error)
            return std::unexpected(file::errorFor(error.value(), place, true));
        return {};
    }
    if (auto made = file::makeFolder(place.parent_path()); !made)
        return made;
    auto prepared = std::exchange(prepared_, std::nullopt);
    if (!prepared || prepared->edit.path != file.path || prepared->edit.text != file.text) {
        prepared.reset(); // before another takes its passing place
        repository_.passing().makeFolder();
        prepared = {file, TRY(file::PassingFile::write(repository_.passing().document(), place, *file.text))};
    }
    if (auto synced = prepared->file.sync(); !synced)
        return synced;
    repository_.replaced().hold(place);
    return prepared->file.put();
}

Result<void> WorkTree::sync(const Shown &shown) const
{
    std::set<std::filesystem::path> folders;
    for (const std::string &path : shown.written)
        folders.insert((repository_.folder() / path).parent_path());
    for (const std::filesystem::path &folder : folders) {
        if (auto synced = file::syncFolder(folder); !synced)
            return synced;
        std::error_code isNotEmpty;
        if (folder != repository_.folder())
            std::filesystem::remove(folder, isNotEmpty);
    }
    return {};
}

Result<std::vector<Edit>> WorkTree::filesOf(const ObjectId &tree, const std::vector<std::string> &paths) const
{
    std::vector<Edit> files;
    files.reserve(paths.size());
    for (const std::string &path : paths)
        files.push_back({path, TRY(contentAt(tree, path))});
    return files;
}

Result<WorkTree::Shown> WorkTree::show(std::span<const ObjectId> from, const std::vector<Edit> &files)
{
    Shown shown;
    std::vector<const Edit *> ours;
    for (const Edit &file : files) {
        const auto &[path, wanted] = file;
        std::error_code noLink;
        const auto target = std::filesystem::read_symlink(repository_.folder() / path, noLink);
        // git keeps of a link what it points to; nobody edits one that still points there.
        const auto there = noLink ? fileAt(path) : std::optional(target.string());
        if (noLink && there && *there == wanted)
            continue;
        bool isOurs = false;
        for (const ObjectId &tree : from)
            isOurs = isOurs || (there && *there == TRY(contentAt(tree, path)));
        if (isOurs)
            ours.push_back(&file);
        else
            shown.left.push_back(path);
    }
    for (const Edit *file : ours) {
        if (auto written = write(*file); !written)
            return std::unexpected(std::move(written).error());
        shown.written.push_back(file->path);
    }
    return shown;
}

} // namespace freehold::change
