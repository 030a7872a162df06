// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/file_status.h"

#include <sys/stat.h>

namespace freehold::change {

std::optional<FileStatus> statusOf(const std::filesystem::path &place)
{
    struct stat status{};
    if (::lstat(place.c_str(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t second = 1'000'000'000;
    return FileStatus{status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec * second + status.st_ctim.tv_nsec, status.st_size, status.st_ino};
}

} // namespace freehold::change
