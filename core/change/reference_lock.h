// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <filesystem>
#include <string>

namespace freehold::change {

/// git's lock on a reference (its lockfile.h): the file beside it in which it is written anew. Whoever makes
/// that file holds the lock, and renames it to move the reference.
class ReferenceLock {
public:
    /// Holds nothing.
    ReferenceLock() = default;
    /// Takes the lock, and lays `target` ready in it, on the disk. Where somebody else holds it, or it can't
    /// be made, this holds nothing.
    ReferenceLock(std::filesystem::path reference, const std::string &target);
    ReferenceLock(const ReferenceLock &) = delete;
    ReferenceLock &operator=(const ReferenceLock &) = delete;
    ReferenceLock(ReferenceLock &&other) noexcept;
    ReferenceLock &operator=(ReferenceLock &&other) noexcept;
    /// Gives up what was not moved.
    ~ReferenceLock();

    [[nodiscard]] bool isHeld() const { return !reference_.empty(); }
    /// Moves the reference, durably. Errors: those of file.h.
    [[nodiscard]] Result<void> move();

private:
    std::filesystem::path reference_; ///< empty: nothing is held
};

} // namespace freehold::change
