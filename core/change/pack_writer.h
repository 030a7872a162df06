// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/git.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace freehold::change::git {

/// The objects of one commit as one pack without deltas (gitformat-pack(5)). libgit2's own pack builder would
/// walk all references first, and press a large folder's tree, which hardly yields, for longer than all the
/// rest of a change takes.
class PackWriter {
public:
    /// Adds an object; its id. It is in the repository once write() is done. Errors: repository_damaged.
    [[nodiscard]] Result<git_oid> add(std::string_view content, git_object_t type);
    /// Writes pack and index into a repository's pack folder. Both are on the disk then. Errors: disk_full,
    /// folder_read_only, repository_damaged.
    [[nodiscard]] Result<void> write(const std::filesystem::path &packs) const;

private:
    std::string objects_; ///< as they stand in the pack
    std::set<std::string> ids_;
};

} // namespace freehold::change::git
