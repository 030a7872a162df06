// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace freehold {

/// Indexes the packs of some folders (*.incoming), each as git's own index-pack would, on all cores, and
/// leaves what is sound as pack-*.pack and pack-*.idx beside them. What is wrong with one, or nothing.
[[nodiscard]] std::string indexPacks(const std::vector<std::filesystem::path> &folders);

} // namespace freehold
