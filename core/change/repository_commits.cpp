// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"
#include "change/git.h"
#include "change/pack_writer.h"
#include "change/repository.h"
#include "support/ssh.h"

#include <array>
#include <charconv>
#include <format>
#include <map>

namespace freehold::change {

using namespace git;

namespace {

/// Writes one folder's tree with edits below it, and all trees that change with it.
class TreeWriter {
public:
    /// A path's first component is the entry's name; the rest is the edit's place in that folder.
    using Blobs = std::map<std::string, std::optional<git_oid>>;

    TreeWriter(git_repository *repository, PackWriter &pack)
        : repository_(repository)
        , pack_(pack)
    {
    }

    /// Nothing where the folder is empty afterwards: git has no empty folders.
    Result<std::optional<git_oid>> write(const git_oid *base, const Blobs &blobs)
    {
        Entries entries = TRY(read(base));
        std::map<std::string, Blobs> folders;
        for (const auto &[path, blob] : blobs) {
            const auto slash = path.find('/');
            if (slash != std::string::npos) {
                folders[path.substr(0, slash)][path.substr(slash + 1)] = blob;
                continue;
            }
            entries.erase(path + '/');
            if (blob)
                entries[path] = {GIT_FILEMODE_BLOB, *blob};
            else
                entries.erase(path);
        }
        for (const auto &[name, inner] : folders) {
            const auto old = entries.find(name + '/');
            const std::optional<git_oid> tree
                = TRY(write(old == entries.end() ? nullptr : &old->second.id, inner));
            entries.erase(name);
            if (tree)
                entries[name + '/'] = {GIT_FILEMODE_TREE, *tree};
            else
                entries.erase(name + '/');
        }
        if (entries.empty())
            return std::optional<git_oid>();
        return std::optional(TRY(pack_.add(format(entries), GIT_OBJECT_TREE)));
    }

private:
    struct Entry {
        git_filemode_t mode;
        git_oid id;
    };
    /// In git's order: a folder is sorted as if its name ended in a slash (gitformat-pack(5) names the form,
    /// base_name_compare() in git the order).
    using Entries = std::map<std::string, Entry>;

    Result<Entries> read(const git_oid *id) const
    {
        Entries entries;
        if (id == nullptr)
            return entries;
        git_tree *tree = nullptr;
        if (const int code = git_tree_lookup(&tree, repository_, id); code != 0)
            return lastError(code, "tree");
        const TreeObject owned(tree);
        for (std::size_t at = 0; at < git_tree_entrycount(tree); ++at) {
            const git_tree_entry *entry = git_tree_entry_byindex(tree, at);
            std::string name = git_tree_entry_name(entry);
            if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
                name += '/';
            entries.emplace_hint(entries.end(), std::move(name),
                Entry{git_tree_entry_filemode(entry), *git_tree_entry_id(entry)});
        }
        return entries;
    }

    static std::string format(const Entries &entries)
    {
        std::string content;
        for (const auto &[name, entry] : entries) {
            const std::string_view plain
                = name.ends_with('/') ? std::string_view(name).substr(0, name.size() - 1) : name;
            constexpr int octal = 8;
            std::array<char, octal> mode{};
            const auto written = std::to_chars(
                mode.data(), mode.data() + mode.size(), static_cast<unsigned>(entry.mode), octal);
            content.append(mode.data(), written.ptr).append(1, ' ').append(plain).append(1, '\0');
            content.append(reinterpret_cast<const char *>(entry.id.id), sizeof entry.id.id);
        }
        return content;
    }

    git_repository *repository_;
    PackWriter &pack_;
};

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

Result<ObjectId> Repository::writeCommit(const std::vector<ObjectId> &parents, const ObjectId &baseTree,
    const std::vector<Edit> &edits, const Person &person, Time time, const std::string &message,
    const crypto::SigningKey *key)
{
    PackWriter pack;
    TreeWriter::Blobs blobs;
    for (const Edit &edit : edits) {
        std::optional<git_oid> blob;
        if (edit.text)
            blob = TRY(pack.add(*edit.text, GIT_OBJECT_BLOB));
        blobs[edit.path] = blob;
    }
    std::optional<git_oid> tree;
    if (!baseTree.empty())
        tree = TRY(fromHex(baseTree));
    if (!blobs.empty()) {
        TreeWriter writer(handle(), pack);
        tree = TRY(writer.write(tree ? &*tree : nullptr, blobs));
    }
    if (!tree)
        return failure(ErrorCode::house_identity_changed);

    std::string headers = "tree " + toHex(*tree) + '\n';
    for (const ObjectId &parent : parents)
        headers += "parent " + parent + '\n';
    const std::string who = signatureLine(person, time);
    headers += "author " + who + "\ncommitter " + who + '\n';
    const std::string signature
        = key == nullptr ? std::string() : signatureHeader(ssh::sign(*key, headers + '\n' + message));
    const git_oid id = TRY(pack.add(headers + signature + '\n' + message, GIT_OBJECT_COMMIT));

    if (auto written = pack.write(folder_ / ".git" / "objects" / "pack"); !written)
        return std::unexpected(std::move(written).error());
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    git_odb_refresh(database);
    return toHex(id);
}

} // namespace freehold::change
