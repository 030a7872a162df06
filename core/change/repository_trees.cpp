// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"
#include "change/git.h"
#include "change/repository.h"

#include <algorithm>

namespace freehold::change {

using namespace git;

namespace {

Result<TreeObject> lookUpTree(git_repository *repository, const ObjectId &id)
{
    const git_oid oid = TRY(fromHex(id));
    git_tree *tree = nullptr;
    if (const int code = git_tree_lookup(&tree, repository, &oid); code != 0)
        return lastError(code, id);
    return TreeObject(tree);
}

struct Walk {
    std::vector<TreeEntry> files;
    std::vector<std::string> strange;
};

bool isPlainFile(const git_tree_entry *entry)
{
    const auto mode = git_tree_entry_filemode(entry);
    return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

int visit(const char *folder, const git_tree_entry *entry, void *payload)
{
    auto *walk = static_cast<Walk *>(payload);
    const std::string path = std::string(folder) + git_tree_entry_name(entry);
    if (isPlainFile(entry))
        walk->files.push_back({path, toHex(*git_tree_entry_id(entry))});
    else if (git_tree_entry_filemode(entry) != GIT_FILEMODE_TREE)
        walk->strange.push_back(path);
    return 0;
}

Result<Walk> walkTree(git_repository *repository, const ObjectId &tree)
{
    const TreeObject object = TRY(lookUpTree(repository, tree));
    Walk walk;
    if (const int code = git_tree_walk(object.get(), GIT_TREEWALK_PRE, visit, &walk); code != 0)
        return lastError(code, tree);
    return walk;
}

/// Compares trees entry by entry, and goes into those alone that differ. libgit2's own difference reads git's
/// settings each time, and makes of each entry more than a path. How deep folders lie in each other is up to
/// whoever commits by hand, so this doesn't call itself.
class Comparison {
public:
    explicit Comparison(git_repository *repository)
        : repository_(repository)
    {
    }
    /// Empty ids are the empty tree.
    Result<Repository::Difference> run(const ObjectId &before, const ObjectId &after)
    {
        folders_.push_back({{}, before, after});
        while (!folders_.empty()) {
            const Folder folder = std::move(folders_.back());
            folders_.pop_back();
            // Equal entries of a tree that a stranger made double at each depth.
            if (++compared_ > mostFolders || found_.paths.size() > mostPaths)
                return failure(ErrorCode::too_many_documents);
            if (auto compared = compare(folder); !compared)
                return std::unexpected(std::move(compared).error());
        }
        for (auto *paths : {&found_.paths, &found_.strange}) {
            std::ranges::sort(*paths);
            const auto [first, last] = std::ranges::unique(*paths);
            paths->erase(first, last);
        }
        return std::move(found_);
    }

private:
    struct Folder {
        std::string prefix;
        ObjectId before;
        ObjectId after;
    };

    Result<void> compare(const Folder &folder)
    {
        const TreeObject before = TRY(treeOf(folder.before));
        const TreeObject after = TRY(treeOf(folder.after));
        std::size_t atBefore = 0;
        std::size_t atAfter = 0;
        for (;;) {
            const git_tree_entry *old = entryOf(before, atBefore);
            const git_tree_entry *fresh = entryOf(after, atAfter);
            if (old == nullptr && fresh == nullptr)
                return {};
            const int order = old == nullptr ? 1 : fresh == nullptr ? -1 : git_tree_entry_cmp(old, fresh);
            atBefore += order <= 0 ? 1 : 0;
            atAfter += order >= 0 ? 1 : 0;
            compare(order <= 0 ? old : nullptr, order >= 0 ? fresh : nullptr, folder.prefix);
        }
    }
    /// Entries of one name, both folders or neither; null where there is none on a side.
    void compare(const git_tree_entry *old, const git_tree_entry *fresh, const std::string &prefix)
    {
        if (old != nullptr && fresh != nullptr
            && git_tree_entry_filemode_raw(old) == git_tree_entry_filemode_raw(fresh)
            && git_oid_equal(git_tree_entry_id(old), git_tree_entry_id(fresh)) != 0)
            return;
        const git_tree_entry *either = old == nullptr ? fresh : old;
        std::string path = prefix + git_tree_entry_name(either);
        if (git_tree_entry_type(either) == GIT_OBJECT_TREE)
            return folders_.push_back({path + '/', idOf(old), idOf(fresh)});
        if (fresh != nullptr && !isPlainFile(fresh))
            found_.strange.push_back(path);
        found_.paths.push_back(std::move(path));
    }
    Result<TreeObject> treeOf(const ObjectId &id) const
    {
        return id.empty() ? TreeObject() : lookUpTree(repository_, id);
    }
    static const git_tree_entry *entryOf(const TreeObject &tree, std::size_t at)
    {
        return tree == nullptr ? nullptr : git_tree_entry_byindex(tree.get(), at);
    }
    static ObjectId idOf(const git_tree_entry *entry)
    {
        return entry == nullptr ? ObjectId() : toHex(*git_tree_entry_id(entry));
    }

    static constexpr std::size_t mostFolders = 10'000;
    static constexpr std::size_t mostPaths = 2 * maximumDocuments;

    git_repository *repository_;
    std::size_t compared_ = 0;
    std::vector<Folder> folders_;
    Repository::Difference found_;
};

} // namespace

Result<std::vector<TreeEntry>> Repository::entries(const ObjectId &tree) const
{
    return TRY(walkTree(handle(), tree)).files;
}

Result<std::vector<std::string>> Repository::strangeEntries(const ObjectId &tree) const
{
    return TRY(walkTree(handle(), tree)).strange;
}

Result<std::vector<std::string>> Repository::changedPaths(const ObjectId &before, const ObjectId &after) const
{
    return TRY(difference(before, after)).paths;
}

Result<Repository::Difference> Repository::difference(const ObjectId &before, const ObjectId &after) const
{
    return Comparison(handle()).run(before, after);
}

Result<std::vector<TreeEntry>> Repository::entriesIn(const ObjectId &tree, const std::string &folder) const
{
    const TreeObject root = TRY(lookUpTree(handle(), tree));
    const git_tree_entry *found = git_tree_entry_byname(root.get(), folder.c_str());
    if (found == nullptr || git_tree_entry_type(found) != GIT_OBJECT_TREE)
        return std::vector<TreeEntry>();
    const TreeObject inside = TRY(lookUpTree(handle(), toHex(*git_tree_entry_id(found))));
    std::vector<TreeEntry> files;
    for (std::size_t at = 0; at < git_tree_entrycount(inside.get()); ++at) {
        const git_tree_entry *entry = git_tree_entry_byindex(inside.get(), at);
        if (isPlainFile(entry))
            files.push_back({folder + '/' + git_tree_entry_name(entry), toHex(*git_tree_entry_id(entry))});
    }
    return files;
}

Result<ObjectId> Repository::blobAt(const ObjectId &tree, const std::string &path) const
{
    if (tree.empty())
        return ObjectId();
    const TreeObject object = TRY(lookUpTree(handle(), tree));
    git_tree_entry *entry = nullptr;
    const int code = git_tree_entry_bypath(&entry, object.get(), path.c_str());
    if (code == GIT_ENOTFOUND)
        return ObjectId();
    if (code != 0)
        return lastError(code, path);
    const Owned<git_tree_entry, git_tree_entry_free> owned(entry);
    return git_tree_entry_type(entry) == GIT_OBJECT_BLOB ? toHex(*git_tree_entry_id(entry)) : ObjectId();
}

Result<std::string> Repository::patch(const ObjectId &id) const
{
    const Commit found = TRY(commit(id));
    TreeObject old;
    if (!found.parents.empty()) {
        const Commit parent = TRY(commit(found.parents.front()));
        old = TRY(lookUpTree(handle(), parent.tree));
    }
    const TreeObject fresh = TRY(lookUpTree(handle(), found.tree));
    git_diff *made = nullptr;
    if (const int code = git_diff_tree_to_tree(&made, handle(), old.get(), fresh.get(), nullptr); code != 0)
        return lastError(code, id);
    const Diff diff(made);
    Buffer text;
    if (const int code = git_diff_to_buf(text.out(), made, GIT_DIFF_FORMAT_PATCH); code != 0)
        return lastError(code, id);
    return text.text();
}

} // namespace freehold::change
