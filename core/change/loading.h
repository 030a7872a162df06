// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "change/repository.h"

namespace freehold::change {

/// A configuration as a commit has it. What no kind describes is kept in git and named here, so that a newer
/// version's documents survive an older engine.
struct Loaded {
    Configuration configuration;
    std::vector<Problem> unreadable;
};

/// The document at a path; null where there is none that can be read.
[[nodiscard]] Result<DocumentPointer> documentAt(
    const Repository &repository, const ObjectId &tree, const std::string &path);

[[nodiscard]] Result<Loaded> load(const Repository &repository, const ObjectId &tree);

/// The same for another tree, where only `paths` differ from what is loaded.
[[nodiscard]] Result<Configuration> loadDifference(const Repository &repository, Configuration base,
    const ObjectId &tree, const std::vector<std::string> &paths);

/// The same, with what of those paths can't be read.
[[nodiscard]] Result<Loaded> loadChanges(const Repository &repository, Configuration base,
    const ObjectId &tree, const std::vector<std::string> &paths);

/// What lies between two commits' trees, as edits that lead from the first to the second.
[[nodiscard]] Result<std::vector<Edit>> editsBetween(
    const Repository &repository, const ObjectId &fromTree, const ObjectId &toTree);

} // namespace freehold::change
