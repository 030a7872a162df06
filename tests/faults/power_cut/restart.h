// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"

#include <vector>

namespace freehold::testing {

/// Starts a pipeline on what a disk still has and looks whether all that was reported holds. Empty where
/// it does, else what is wrong.
[[nodiscard]] std::string restart(const Tree &survivors, const std::vector<std::string> &reports);

} // namespace freehold::testing
