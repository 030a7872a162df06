// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/git.h"
#include "change/passing_places.h"
#include "support/passing_file.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::change::git {

/// An object with its content, as it was before it went into a pack.
struct Object {
    git_oid id;
    git_object_t type;
    std::string content;
};

/// A pack that is not in the repository yet.
class PackFiles {
public:
    struct Lengths {
        std::size_t pack;
        std::size_t index;
    };
    PackFiles(file::PassingFile pack, file::PassingFile index, std::filesystem::path packs, Lengths bytes);
    [[nodiscard]] Lengths bytes() const { return bytes_; }
    /// Waits until both are on the disk.
    [[nodiscard]] Result<void> sync();
    /// Puts them into the repository, durably.
    [[nodiscard]] Result<void> put();

private:
    file::PassingFile pack_;
    file::PassingFile index_;
    std::filesystem::path packs_;
    Lengths bytes_;
};

/// The objects of one commit as one pack without deltas, and its index (gitformat-pack(5), version 2 of
/// each). libgit2's own pack builder would walk all references first, and its indexer unpacks again what was
/// packed just now; both together would take longer than all the rest of a change.
class PackWriter {
public:
    /// Adds an object; its id. It is in the repository once the pack is. Errors: repository_damaged.
    [[nodiscard]] Result<git_oid> add(std::string content, git_object_t type);
    /// All that was added, once each.
    [[nodiscard]] std::span<const Object> objects() const { return objects_; }
    /// Writes pack and index, to be put into a repository's pack folder, and starts them for the disk.
    /// Errors: disk_full, folder_read_only, file_unwritable.
    [[nodiscard]] Result<PackFiles> write(
        const std::filesystem::path &packs, const PassingPlaces &passing) const;

private:
    std::vector<Object> objects_;
};

} // namespace freehold::change::git
