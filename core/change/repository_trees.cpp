// SPDX-License-Identifier: GPL-3.0-or-later
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

int visit(const char *folder, const git_tree_entry *entry, void *payload)
{
    auto *walk = static_cast<Walk *>(payload);
    const std::string path = std::string(folder) + git_tree_entry_name(entry);
    const auto mode = git_tree_entry_filemode(entry);
    if (mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE)
        walk->files.push_back({path, toHex(*git_tree_entry_id(entry))});
    else if (mode != GIT_FILEMODE_TREE)
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
    TreeObject old;
    TreeObject fresh;
    if (!before.empty())
        old = TRY(lookUpTree(handle(), before));
    if (!after.empty())
        fresh = TRY(lookUpTree(handle(), after));
    git_diff *made = nullptr;
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_INCLUDE_TYPECHANGE;
    if (const int code = git_diff_tree_to_tree(&made, handle(), old.get(), fresh.get(), &options); code != 0)
        return lastError(code, after);
    const Diff diff(made);
    std::vector<std::string> paths;
    for (std::size_t at = 0; at < git_diff_num_deltas(made); ++at) {
        const git_diff_delta *delta = git_diff_get_delta(made, at);
        paths.emplace_back(delta->status == GIT_DELTA_DELETED ? delta->old_file.path : delta->new_file.path);
    }
    std::ranges::sort(paths);
    const auto [first, last] = std::ranges::unique(paths);
    paths.erase(first, last);
    return paths;
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
