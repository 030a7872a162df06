// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"

#include <vector>

namespace freehold::testing {

/// Starts an engine on what a disk still has and looks whether all that was reported holds, and whether it
/// goes on from there. Empty where all is well, else what is wrong. What is reported:
///
///     kept ID, tried ID, rolled-back ID    what became of a change
///     ending ID                            a trial is about to be kept: either may be found
///     by-hand ID                           a commit of plain git, on the disk
///     edited NAME                          what was written by hand is on the disk (HandWritten)
///     gone                                 the house was taken away: what was reported before is void
///     pause, resume                        others work meanwhile; no cut is made
[[nodiscard]] std::string restart(const Tree &survivors, const std::vector<std::string> &reports);

} // namespace freehold::testing
