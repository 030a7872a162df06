// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

/// Files that survive a power cut. Errors: disk_full, folder_read_only, file_unreadable, file_unwritable.
namespace freehold::file {

/// The whole file. One larger than `limitBytes` is refused with document_too_large.
[[nodiscard]] Result<std::string> read(const std::filesystem::path &path, std::size_t limitBytes);

enum class Mode : std::uint8_t { shared, secret }; ///< 0644 and 0600

/// Replaces the file as a whole: written beside it, fsynced, renamed, and its folder fsynced.
/// After success the new content survives a power cut; after failure the old one is there.
[[nodiscard]] Result<void> writeDurably(
    const std::filesystem::path &path, std::string_view content, Mode mode = Mode::shared);
/// The same, where a file half-written must not be seen beside it: written to `passing` first, a place of
/// the same file system.
[[nodiscard]] Result<void> writeDurablyThrough(const std::filesystem::path &passing,
    const std::filesystem::path &path, std::string_view content, Mode mode = Mode::shared);

/// Overwrites a file where it lies, and waits for the disk, in a third of the time that replacing it takes.
/// Only for what fits into a disk's sector of 512 bytes, which is written whole or not at all, and is as long
/// as what is there; false, and nothing done, where it is not.
[[nodiscard]] Result<bool> overwriteDurably(const std::filesystem::path &path, std::string_view content);

/// Removes the file and fsyncs its folder. A file that is not there is no error.
[[nodiscard]] Result<void> removeDurably(const std::filesystem::path &path);

/// Makes the folder and those above it, durably. One that is there already is no error.
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path &path);
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path &path);
/// A file that others wrote without waiting for the disk.
[[nodiscard]] Result<void> syncFile(const std::filesystem::path &path);
/// Fsyncs a folder, and all files and folders in it: for what others wrote without waiting for the disk.
[[nodiscard]] Result<void> syncTree(const std::filesystem::path &path);

/// The error that fits what the operating system said.
[[nodiscard]] Error errorFor(int errorNumber, const std::filesystem::path &path, bool writing);

} // namespace freehold::file
