// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace freehold::change {

/// By which the system tells whether a file is still the same.
struct FileStatus {
    std::int64_t modifiedNanoseconds = 0;
    std::int64_t changedNanoseconds = 0;
    std::int64_t bytes = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileStatus &, const FileStatus &) = default;
};

/// Of the place itself, a link or not; nothing where nothing is.
[[nodiscard]] std::optional<FileStatus> statusOf(const std::filesystem::path &place);

} // namespace freehold::change
