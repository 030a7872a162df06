// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/home.h"

#include <filesystem>
#include <memory>

namespace freehold::bench {

/// Syncthing on the two hosts of a home, which share one folder. Its settings are its own but for who talks
/// to whom: nothing beyond the home is asked.
class SyncthingPeer {
public:
    /// Returns once both have the same. Nothing where it is not installed.
    [[nodiscard]] static Result<std::unique_ptr<SyncthingPeer>> start(
        testing::Home &home, const std::filesystem::path &folder);

    /// Milliseconds from a file of this size being written at one until it is whole at the other.
    [[nodiscard]] Result<double> share(const std::string &name, std::size_t bytes) const;

private:
    std::filesystem::path from_;
    std::filesystem::path to_;
    std::vector<std::unique_ptr<testing::Program>> programs_;
};

} // namespace freehold::bench
