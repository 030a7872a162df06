// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk.h"

#include <algorithm>
#include <chrono>
#include <fstream>

namespace freehold::testing {

void Disk::apply(const Operation &operation)
{
    using Kind = Operation::Kind;
    switch (operation.kind) {
    case Kind::make_file:
    case Kind::make_folder:
        nodes_.push_back({operation.kind == Kind::make_folder, {}, {}, {}, {}});
        nodes_[operation.folder].entries[operation.name] = operation.node;
        break;
    case Kind::link:
        nodes_[operation.folder].entries[operation.name] = operation.node;
        break;
    case Kind::remove:
        nodes_[operation.folder].entries.erase(operation.name);
        break;
    case Kind::rename:
        nodes_[operation.folder].entries.erase(operation.name);
        nodes_[operation.newFolder].entries[operation.newName] = operation.node;
        break;
    case Kind::write: {
        std::string &content = nodes_[operation.node].content;
        const std::size_t end = operation.offset + operation.bytes.size();
        if (content.size() < end)
            content.resize(end);
        content.replace(operation.offset, operation.bytes.size(), operation.bytes);
        break;
    }
    case Kind::truncate:
        nodes_[operation.node].content.resize(operation.offset);
        break;
    case Kind::sync: {
        Node &node = nodes_[operation.node];
        node.durableContent = node.content;
        node.durableEntries = node.entries;
        break;
    }
    case Kind::report:
        break;
    }
}

nlink_t Disk::names(NodeId id) const
{
    nlink_t count = 0;
    for (const Node &node : nodes_)
        count += static_cast<nlink_t>(
            std::ranges::count(node.entries, id, &std::pair<const std::string, NodeId>::second));
    return count;
}

std::optional<NodeId> Disk::find(std::string_view path) const
{
    NodeId at = root;
    while (!path.empty()) {
        if (path.front() == '/') {
            path.remove_prefix(1);
            continue;
        }
        const auto slash = path.find('/');
        const auto &entries = nodes_[at].entries;
        const auto found = entries.find(std::string(path.substr(0, slash)));
        if (found == entries.end())
            return std::nullopt;
        at = found->second;
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    }
    return at;
}

Tree Disk::survivors(Loss loss) const
{
    Tree tree;
    collect(root, {}, loss, tree);
    return tree;
}

void Disk::collect(NodeId folder, const std::string &prefix, Loss loss, Tree &tree) const
{
    const Node &node = nodes_[folder];
    for (const auto &[name, id] : loss == Loss::everything ? node.durableEntries : node.entries) {
        const std::string path = prefix + name;
        const Node &entry = nodes_[id];
        if (entry.isFolder) {
            tree[path] = std::nullopt;
            collect(id, path + '/', loss, tree);
        } else {
            tree[path] = loss == Loss::nothing ? entry.content : entry.durableContent;
        }
    }
}

void materialise(const Tree &tree, const std::filesystem::path &folder)
{
    // In order of path, so a folder comes before what lies in it.
    const auto before = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto &[path, content] : tree) {
        if (!content) {
            std::filesystem::create_directory(folder / path);
            continue;
        }
        std::ofstream(folder / path, std::ios::binary) << *content;
        std::filesystem::last_write_time(folder / path, before);
    }
}

namespace {

/// Where a node lies, or lay last.
std::string pathOf(const std::vector<Operation> &operations, std::size_t until, NodeId node)
{
    std::string path;
    while (node != Disk::root) {
        for (std::size_t at = until + 1; at-- > 0;) {
            const Operation &operation = operations[at];
            const bool made = operation.kind == Operation::Kind::make_file
                || operation.kind == Operation::Kind::make_folder || operation.kind == Operation::Kind::link;
            const bool renamed = operation.kind == Operation::Kind::rename;
            if (operation.node != node || (!made && !renamed))
                continue;
            const std::string &name = renamed ? operation.newName : operation.name;
            if (!path.empty())
                path.insert(0, 1, '/');
            path.insert(0, name);
            node = renamed ? operation.newFolder : operation.folder;
            break;
        }
    }
    return path;
}

} // namespace

std::string describe(const std::vector<Operation> &operations, std::size_t at)
{
    constexpr const char *names[]
        = {"make", "make folder", "link", "remove", "rename", "write", "truncate", "sync", "report"};
    const Operation &operation = operations[at];
    std::string text = names[static_cast<std::size_t>(operation.kind)];
    if (operation.kind == Operation::Kind::report)
        return text + ' ' + operation.name;
    if (operation.kind == Operation::Kind::remove)
        return text + ' ' + pathOf(operations, at, operation.folder) + '/' + operation.name;
    text += ' ' + pathOf(operations, at, operation.node);
    return text;
}

} // namespace freehold::testing
