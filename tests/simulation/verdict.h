// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/house.h"
#include "simulation/ledger.h"

#include <string>
#include <vector>

namespace freehold::simulation {

struct Verdict {
    std::vector<std::string> wrong; ///< in words for who looks into it; none where all is as it has to be
    bool isUnclear = false; ///< whether there is something of which nobody can say what has to be (README.md)
};

/// At the end of a history. `traitors`: whose machines are not looked at, by number.
[[nodiscard]] Verdict judge(House &house, const Ledger &ledger, const std::set<std::size_t> &traitors);

/// By the git program, where that finds a repository not sound.
[[nodiscard]] std::vector<std::string> wrongByGit(House &house);

} // namespace freehold::simulation
