// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "change/merge.h"
#include "change/repository.h"

#include <string_view>
#include <vector>

/// How members that were apart come to agree. A merge is a pure function of the set of heads: all changes
/// that not all of them have are laid over what they have in common, in the order of their hybrid logical
/// time. So each member computes the same commit, and believes none that it did not compute.
namespace freehold::change {

/// What a change wanted and does not hold, as another that it knew nothing of came later or stood in its way.
struct LeftOut {
    ObjectId change;
    std::string document; ///< empty: all of it, since the whole would not have been valid
    std::string key; ///< empty: the whole document

    friend auto operator<=>(const LeftOut &, const LeftOut &) = default;
};

/// A merge that is not written yet.
struct HouseMerge {
    std::vector<ObjectId> parents; ///< sorted
    ObjectId baseTree;
    std::vector<Edit> edits; ///< what the merge's tree has otherwise than `baseTree`
    Time time{};
    std::vector<LeftOut> leftOut;

    [[nodiscard]] std::string message() const;
};

/// `heads`: two or more changes, none of which builds on another. Errors: those of mergeOrder().
[[nodiscard]] Result<HouseMerge> mergeHeads(
    const Repository &repository, std::vector<ObjectId> heads, const Validate &validate);

/// Writes the commit. No reference moves.
[[nodiscard]] Result<ObjectId> writeMerge(Repository &repository, const HouseMerge &merge);
/// The id that it has once it is written.
[[nodiscard]] Result<ObjectId> idOf(const Repository &repository, const HouseMerge &merge);

/// What a merge's message says was left out; never fails.
[[nodiscard]] std::vector<LeftOut> leftOutIn(std::string_view message);

} // namespace freehold::change
