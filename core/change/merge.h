// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"

#include <cstdint>
#include <expected>
#include <vector>

namespace freehold::change {

/// A key that both sides changed to different values. An empty key means the whole document.
struct Conflict {
    std::string document;
    std::string key;

    friend auto operator<=>(const Conflict &, const Conflict &) = default;
};

/// What becomes of a key that both sides changed.
enum class OnConflict : std::uint8_t {
    refuse,
    take_theirs, ///< a person chose them
};

/// Three-way merge by document and key: what changed from `base` to `theirs` is carried over to `ours`.
/// Undoing a change C with parent P is carrying C→P over to what holds now. Comments and layout are ours,
/// unless ours is exactly base, which then becomes exactly theirs. Pure.
[[nodiscard]] std::expected<std::vector<Edit>, std::vector<Conflict>> carryOver(const Configuration &base,
    const Configuration &theirs, const Configuration &ours, const std::vector<std::string> &paths,
    OnConflict onConflict = OnConflict::refuse);

} // namespace freehold::change
