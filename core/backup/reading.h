// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/manifest.h"
#include "backup/sealed_stream.h"
#include "store/observations.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <span>

namespace freehold::backup {

/// A backup's file, read from its beginning to its end. Any thread. Whoever wrote the file decides what it
/// says: nothing of it is held but a chunk and the manifest, and nothing is given before it has been found
/// to be sealed by the passphrase.
class Reading {
public:
    /// Errors: file_unreadable, and those of Opener and of `manifest`.
    [[nodiscard]] static Result<Reading> open(const std::filesystem::path &file, const Secret &passphrase);

    [[nodiscard]] const Manifest &manifest() const { return manifest_; }
    /// Of the key that admits. Can be taken once.
    [[nodiscard]] Secret takeSeed() { return std::move(seed_); }
    /// Gives the packs, each by `begin` and then its bytes. Errors: backup_damaged, and those of both.
    [[nodiscard]] Result<void> packs(const std::function<Result<void>()> &begin,
        const std::function<Result<void>(const QByteArray &)> &take);
    /// What the machine has seen, after the packs, and nothing where it was left out; finds that nothing
    /// follows. Errors: backup_damaged.
    [[nodiscard]] Result<std::optional<store::Observations>> observations();

private:
    Reading(std::ifstream file, std::uintmax_t left, Opener opener)
        : file_(std::move(file))
        , left_(left)
        , opener_(std::move(opener))
    {
    }
    /// Opens the next chunk. Errors: backup_damaged.
    [[nodiscard]] Result<void> refill();
    /// Exactly so many bytes. Errors: backup_damaged where there are not as many.
    [[nodiscard]] Result<void> read(std::span<std::uint8_t> into);
    [[nodiscard]] Result<void> readManifest();

    std::ifstream file_;
    std::uintmax_t left_; ///< bytes of the file
    Opener opener_;
    Secret chunk_;
    std::size_t taken_ = 0; ///< of the chunk
    Manifest manifest_;
    Secret seed_;
};

} // namespace freehold::backup
