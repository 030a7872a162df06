// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pack_writer.h"

#include <map>
#include <optional>
#include <string>

namespace freehold::change::git {

/// A folder's edits by path: the blob that a file is to become, or none where it goes.
using Blobs = std::map<std::string, std::optional<git_oid>>;

/// Adds a folder's tree with edits laid over it to a pack, and all trees below it that change. Nothing where
/// the folder is empty afterwards: git has no empty folders. Errors: repository_damaged.
[[nodiscard]] Result<std::optional<git_oid>> writeTree(
    git_repository *repository, PackWriter &pack, const std::optional<git_oid> &base, const Blobs &blobs);

} // namespace freehold::change::git
