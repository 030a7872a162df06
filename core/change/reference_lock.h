// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/passing_file.h"

#include <filesystem>
#include <optional>
#include <string>

namespace freehold::change {

/// git's lock on a reference (its lockfile.h): the file beside it in which it is written anew. Whoever makes
/// that file holds the lock, and renames it to move the reference.
class ReferenceLock {
public:
    /// Holds nothing.
    ReferenceLock() = default;
    /// Writes `target` at `passing`, and takes the lock with it. Where somebody else holds that, or it can't
    /// be taken so, this holds nothing. What was not moved is given up with this.
    ReferenceLock(
        const std::filesystem::path &passing, std::filesystem::path reference, const std::string &target);

    [[nodiscard]] bool isHeld() const { return file_.has_value(); }
    /// Waits until what lies ready is on the disk, if this is held.
    [[nodiscard]] Result<void> sync();
    /// Moves the reference, durably. Errors: those of file.h.
    [[nodiscard]] Result<void> move();

private:
    std::filesystem::path reference_;
    std::optional<file::PassingFile> file_;
};

} // namespace freehold::change
