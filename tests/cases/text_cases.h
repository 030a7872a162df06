// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

/// Cases as text: files of a folder below tests/cases, each with what it says of itself, then
///
///     ---- title
///     what is given
///     ====
///     what is expected
///
/// With FREEHOLD_RECORD=1 in the environment, what is said now is written into the files as what is expected,
/// for somebody to look at the difference.
namespace freehold::testing {

using Lines = std::vector<std::string>;

/// Adds a row for each case of a folder to the running QtTest data function, with the columns "said" and
/// "expected". Empty lines count for nothing in what is expected.
void addCases(const std::string &folder, const std::function<Lines(const Lines &given)> &say);

} // namespace freehold::testing
