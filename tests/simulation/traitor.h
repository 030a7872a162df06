// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/chance.h"
#include "simulation/ledger.h"

namespace freehold::simulation {

/// A member's machine in the hands of somebody who does not mind our code: it makes, in its own repository, a
/// change that it might not make, and goes on as if that were right. What it made; empty where it may do all
/// that was tried.
[[nodiscard]] ObjectId betray(Chance &chance, Member &traitor);

/// Another one helps it: takes its history over without looking at it.
[[nodiscard]] Result<void> help(Member &traitor, Member &helper);

} // namespace freehold::simulation
