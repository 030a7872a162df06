// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace freehold {

/// From here on this process and its threads have nothing of the file system but these folders, and no
/// network: what a pack may make of whoever reads it goes no further. Called before there are other threads.
/// True as well where the system knows no such thing; false where it does, and it failed.
[[nodiscard]] bool confineThisProcess(const std::vector<std::filesystem::path> &folders);

} // namespace freehold
