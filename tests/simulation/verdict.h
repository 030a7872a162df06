// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/house.h"
#include "simulation/ledger.h"

#include <string>
#include <vector>

namespace freehold::simulation {

/// What is wrong at the end of a history, in words for who looks into it; nothing where all is as it has to
/// be. /// `traitors`: whose machines are not looked at, by number.
[[nodiscard]] std::vector<std::string> wrongIn(
    House &house, const Ledger &ledger, const std::set<std::size_t> &traitors);

/// By the git program, where that finds a repository not sound.
[[nodiscard]] std::vector<std::string> wrongByGit(House &house);

} // namespace freehold::simulation
