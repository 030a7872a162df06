// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace freehold::engine {

/// Where things lie in a data folder.
struct DataFolder {
    std::filesystem::path path;

    [[nodiscard]] std::filesystem::path configuration() const { return path / "config"; }
    /// Where a house is made before it takes its place as a whole.
    [[nodiscard]] std::filesystem::path configurationInTheMaking() const { return path / "config.new"; }
    /// What another member sends, until it counts.
    [[nodiscard]] std::filesystem::path incoming() const { return path / "incoming"; }
    [[nodiscard]] std::filesystem::path database() const { return path / "observations.sqlite"; }
    [[nodiscard]] std::filesystem::path allowedSigners() const { return path / "allowed_signers"; }
    [[nodiscard]] std::filesystem::path deviceKey() const { return path / "device.pub"; }
    [[nodiscard]] std::filesystem::path lock() const { return path / "engine.lock"; }
};

} // namespace freehold::engine
