// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/git.h"

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

/// The objects of one commit as one pack without deltas, and its index (gitformat-pack(5), version 2 of
/// each). libgit2's own pack builder would walk all references first, and its indexer unpacks again what was
/// packed just now; both together would take longer than all the rest of a change.
class PackWriter {
public:
    /// Adds an object; its id. It is in the repository once write() is done. Errors: repository_damaged.
    [[nodiscard]] Result<git_oid> add(std::string content, git_object_t type);
    /// All that was added, once each.
    [[nodiscard]] std::span<const Object> objects() const { return objects_; }
    /// Writes pack and index into a repository's pack folder, each through a passing place of that file
    /// system. Both are on the disk then. Errors: disk_full, folder_read_only, file_unwritable.
    struct PassingPlaces {
        std::filesystem::path pack;
        std::filesystem::path index;
    };
    [[nodiscard]] Result<void> write(const std::filesystem::path &packs, const PassingPlaces &passing) const;

private:
    std::vector<Object> objects_;
};

} // namespace freehold::change::git
