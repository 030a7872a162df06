// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/tree_writer.h"

#include <array>
#include <charconv>

namespace freehold::change::git {

namespace {

/// In git's order a folder is sorted as if its name ended in a slash (base_name_compare() in git).
void keyTo(std::string &key, const git_tree_entry *entry)
{
    key.assign(git_tree_entry_name(entry));
    if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
        key += '/';
}

void append(std::string &tree, git_filemode_t mode, std::string_view name, const git_oid &id)
{
    constexpr int octal = 8;
    std::array<char, 8> digits{};
    char *const end
        = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<unsigned>(mode), octal).ptr;
    tree.append(digits.data(), end).append(1, ' ').append(name).append(1, '\0');
    tree.append(reinterpret_cast<const char *>(id.id), sizeof id.id);
}

std::string entryFor(git_filemode_t mode, std::string_view name, const git_oid &id)
{
    std::string entry;
    append(entry, mode, name, id);
    return entry;
}

/// What becomes of entries by their keys: their bytes, or nothing where they go.
using EntryEdits = std::map<std::string, std::string>;

std::string withEdits(const git_tree *before, const EntryEdits &edits)
{
    constexpr std::size_t aboutAnEntry = 64;
    const std::size_t count = before == nullptr ? 0 : git_tree_entrycount(before);
    std::string tree;
    tree.reserve((count + edits.size()) * aboutAnEntry);
    auto edit = edits.begin();
    std::string key;
    for (std::size_t at = 0; at < count; ++at) {
        const git_tree_entry *const entry = git_tree_entry_byindex(before, at);
        keyTo(key, entry);
        for (; edit != edits.end() && edit->first < key; ++edit)
            tree += edit->second;
        if (edit != edits.end() && edit->first == key)
            tree += (edit++)->second;
        else
            append(tree, git_tree_entry_filemode_raw(entry), git_tree_entry_name(entry),
                *git_tree_entry_id(entry));
    }
    for (; edit != edits.end(); ++edit)
        tree += edit->second;
    return tree;
}

} // namespace

Result<std::optional<git_oid>> writeTree(
    git_repository *repository, PackWriter &pack, const std::optional<git_oid> &base, const Blobs &blobs)
{
    git_tree *found = nullptr;
    if (base) {
        if (const int code = git_tree_lookup(&found, repository, &*base); code != 0)
            return lastError(code, "tree");
    }
    const TreeObject before(found);

    EntryEdits edits;
    std::map<std::string, Blobs> folders;
    for (const auto &[path, blob] : blobs) {
        const auto slash = path.find('/');
        if (slash != std::string::npos) {
            folders[path.substr(0, slash)][path.substr(slash + 1)] = blob;
            continue;
        }
        edits[path + '/'].clear();
        edits[path] = blob ? entryFor(GIT_FILEMODE_BLOB, path, *blob) : std::string();
    }
    for (const auto &[name, inner] : folders) {
        const git_tree_entry *const old
            = before == nullptr ? nullptr : git_tree_entry_byname(before.get(), name.c_str());
        std::optional<git_oid> oldTree;
        if (old != nullptr && git_tree_entry_type(old) == GIT_OBJECT_TREE)
            oldTree = *git_tree_entry_id(old);
        const std::optional<git_oid> tree = TRY(writeTree(repository, pack, oldTree, inner));
        edits[name].clear();
        edits[name + '/'] = tree ? entryFor(GIT_FILEMODE_TREE, name, *tree) : std::string();
    }
    std::string after = withEdits(before.get(), edits);
    if (after.empty())
        return std::optional<git_oid>();
    return std::optional(TRY(pack.add(std::move(after), GIT_OBJECT_TREE)));
}

} // namespace freehold::change::git
