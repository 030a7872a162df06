// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"

namespace freehold::change {

/// This member's changes that lay on what counts no more, and wait to be made again.
inline constexpr std::string_view toMakeAgain = "refs/freehold/to-make-again/";
/// The same of those that were in their trial.
inline constexpr std::string_view toTryAgain = "refs/freehold/to-try-again/";
/// What `main` was before something of it counted no more.
inline constexpr std::string_view countedOnce = "refs/freehold/counted-once/";

/// Makes them again, in their order, on top of what holds now: the change replaces the former one, and says
/// so. One that can't be made, or over which others said something else meanwhile, is refused, as an edit by
/// hand is, and waits for a person. `role`: what this
/// machine may do. Errors: vault_locked, edited_by_hand, change_in_trial and those of the repository; then
/// what is left waits for the next call.
[[nodiscard]] Result<void> makeAgain(Pipeline &pipeline, contract::Role role);

} // namespace freehold::change
