// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace freehold::testing {

using NodeId = std::size_t;

/// One thing that was asked of a disk, or told by the program that asked.
struct Operation {
    enum class Kind : std::uint8_t {
        make_file,
        make_folder,
        link, ///< a further name of a file
        remove,
        rename,
        write,
        truncate,
        sync, ///< of a file its content, of a folder its entries
        report, ///< no operation: `name` is what the program told at this moment
    };
    Kind kind = Kind::report;
    NodeId node = 0;
    NodeId folder = 0;
    std::string name;
    NodeId newFolder = 0;
    std::string newName;
    std::uint64_t offset = 0; ///< of a write; the new size of a truncate
    std::string bytes;
};

/// What a power cut leaves of that which nobody waited for with fsync.
enum class Loss : std::uint8_t {
    everything, ///< an entry is there only once its folder was synced, content only once its file was
    content, ///< entries are there at once, content only once its file was synced
    nothing, ///< a kill, not a power cut
};

/// Paths below the root; without text a folder.
using Tree = std::map<std::string, std::optional<std::string>>;

/// A file system in memory that knows for each file and folder what is and what is durable. A program's
/// operations can be played into it again, up to any one, and with any sync left out.
class Disk {
public:
    static constexpr NodeId root = 0;

    struct Node {
        bool isFolder = false;
        std::string content;
        std::map<std::string, NodeId> entries;
        std::string durableContent;
        std::map<std::string, NodeId> durableEntries;
    };

    Disk() { nodes_.push_back({true, {}, {}, {}, {}}); }

    void apply(const Operation &operation);
    [[nodiscard]] const Node &node(NodeId id) const { return nodes_[id]; }
    [[nodiscard]] NodeId nextNode() const { return nodes_.size(); }
    /// In how many folders, and under how many names, a file is.
    [[nodiscard]] nlink_t names(NodeId id) const;
    [[nodiscard]] std::optional<NodeId> find(std::string_view path) const;
    [[nodiscard]] Tree survivors(Loss loss) const;

private:
    void collect(NodeId folder, const std::string &prefix, Loss loss, Tree &tree) const;

    std::vector<Node> nodes_;
};

/// Makes the tree's files and folders in an empty folder; the files are an hour old, as after a cut.
void materialise(const Tree &tree, const std::filesystem::path &folder);

/// For a person who has to know which operation it is: "sync config/.git/refs/heads".
[[nodiscard]] std::string describe(const std::vector<Operation> &operations, std::size_t at);

} // namespace freehold::testing
