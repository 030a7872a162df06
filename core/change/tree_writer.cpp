// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/tree_writer.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace freehold::change::git {

namespace {

using OdbObject = Owned<git_odb_object, git_odb_object_free>;

constexpr std::string_view blobMode = "100644";
constexpr std::string_view folderMode = "40000";
constexpr std::string_view oldFolderMode = "040000"; // in trees of programs that are long gone

/// One entry of a tree: "MODE NAME\0" and the id's bytes.
struct Entry {
    std::string_view name;
    bool isFolder;
    std::string_view id;
    std::string_view whole;

    /// In git's order a folder is sorted as if its name ended in a slash (base_name_compare() in git).
    void keyTo(std::string &key) const
    {
        key.assign(name);
        if (isFolder)
            key += '/';
    }
};

std::vector<Entry> entriesOf(std::string_view tree)
{
    std::vector<Entry> entries;
    while (!tree.empty()) {
        const auto space = tree.find(' ');
        const auto zero = tree.find('\0');
        const auto end = zero + 1 + GIT_OID_SHA1_SIZE;
        // git objects are read by their hashes: one that is no tree was written by a program that is broken.
        if (space == std::string_view::npos || zero == std::string_view::npos || space > zero
            || end > tree.size())
            return {};
        const auto mode = tree.substr(0, space);
        entries.push_back(
            {tree.substr(space + 1, zero - space - 1), mode == folderMode || mode == oldFolderMode,
                tree.substr(zero + 1, GIT_OID_SHA1_SIZE), tree.substr(0, end)});
        tree.remove_prefix(end);
    }
    return entries;
}

std::string entryFor(std::string_view mode, std::string_view name, const git_oid &id)
{
    std::string entry(mode);
    entry.append(1, ' ').append(name).append(1, '\0');
    return entry.append(reinterpret_cast<const char *>(id.id), sizeof id.id);
}

/// What becomes of entries by their keys: their bytes, or nothing where they go.
using EntryEdits = std::map<std::string, std::string>;

std::string withEdits(const std::vector<Entry> &entries, const EntryEdits &edits, std::size_t sizeBefore)
{
    std::string tree;
    tree.reserve(sizeBefore + 1024);
    auto edit = edits.begin();
    std::string key;
    for (const Entry &entry : entries) {
        entry.keyTo(key);
        for (; edit != edits.end() && edit->first < key; ++edit)
            tree += edit->second;
        if (edit != edits.end() && edit->first == key)
            tree += (edit++)->second;
        else
            tree += entry.whole;
    }
    for (; edit != edits.end(); ++edit)
        tree += edit->second;
    return tree;
}

} // namespace

Result<std::optional<git_oid>> writeTree(
    git_odb *database, PackWriter &pack, const std::optional<git_oid> &base, const Blobs &blobs)
{
    git_odb_object *read = nullptr;
    if (base) {
        if (const int code = git_odb_read(&read, database, &*base); code != 0)
            return lastError(code, "tree");
    }
    const OdbObject object(read);
    const std::string_view before = object == nullptr
        ? std::string_view()
        : std::string_view(static_cast<const char *>(git_odb_object_data(read)), git_odb_object_size(read));
    const auto entries = entriesOf(before);
    if (entries.empty() && !before.empty())
        return failure(ErrorCode::repository_damaged, {{"place", "tree"}, {"detail", toHex(*base)}});

    EntryEdits edits;
    std::map<std::string, Blobs> folders;
    for (const auto &[path, blob] : blobs) {
        const auto slash = path.find('/');
        if (slash != std::string::npos) {
            folders[path.substr(0, slash)][path.substr(slash + 1)] = blob;
            continue;
        }
        edits[path + '/'].clear();
        edits[path] = blob ? entryFor(blobMode, path, *blob) : std::string();
    }
    for (const auto &[name, inner] : folders) {
        const auto old = std::ranges::find_if(
            entries, [&](const Entry &entry) { return entry.isFolder && entry.name == name; });
        std::optional<git_oid> oldTree;
        if (old != entries.end())
            std::memcpy(oldTree.emplace().id, old->id.data(), old->id.size());
        const std::optional<git_oid> tree = TRY(writeTree(database, pack, oldTree, inner));
        edits[name].clear();
        edits[name + '/'] = tree ? entryFor(folderMode, name, *tree) : std::string();
    }
    std::string after = withEdits(entries, edits, before.size());
    if (after.empty())
        return std::optional<git_oid>();
    return std::optional(TRY(pack.add(std::move(after), GIT_OBJECT_TREE)));
}

} // namespace freehold::change::git
