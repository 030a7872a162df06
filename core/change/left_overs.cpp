// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/repository.h"
#include "support/file.h"
#include "support/log.h"

#include <algorithm>
#include <thread>

namespace freehold::change {

namespace {

/// git holds a lock for moments. One that nobody has touched for so long is of a program that is gone; the
/// engine itself is there once only.
constexpr std::chrono::milliseconds longestLock{1'000};

/// What libgit2 calls a pack that it is still writing.
constexpr std::string_view unfinishedPack = "pack_git2_";

struct LeftOver {
    std::filesystem::path path;
    std::filesystem::file_time_type touched;

    friend bool operator==(const LeftOver &, const LeftOver &) = default;
};

bool isPassing(const std::filesystem::path &path)
{
    return path.extension() == ".lock" || path.filename().string().starts_with(unfinishedPack);
}

std::vector<LeftOver> leftOversIn(const std::filesystem::path &git)
{
    std::vector<LeftOver> found;
    std::error_code error;
    const auto look = [&](auto walk) {
        for (const auto &entry : walk) {
            if (!isPassing(entry.path()))
                continue;
            const auto touched = std::filesystem::last_write_time(entry.path(), error);
            if (!error)
                found.push_back({entry.path(), touched});
        }
    };
    look(std::filesystem::directory_iterator(git, error));
    look(std::filesystem::recursive_directory_iterator(git / "refs", error));
    look(std::filesystem::directory_iterator(git / "objects" / "pack", error));
    return found;
}

bool isFresh(const LeftOver &one)
{
    const auto age = std::filesystem::file_time_type::clock::now() - one.touched;
    return age < longestLock;
}

} // namespace

Result<void> Repository::clearLeftOvers() const
{
    const auto git = folder_ / ".git";
    auto found = leftOversIn(git);
    if (std::ranges::any_of(found, isFresh)) {
        std::this_thread::sleep_for(longestLock);
        const auto still = leftOversIn(git);
        std::erase_if(found, [&](const LeftOver &one) { return !std::ranges::contains(still, one); });
    }
    for (const LeftOver &one : found) {
        log::write(log::Level::info, "change", "left over by a program that is gone: " + one.path.string());
        if (auto removed = file::removeDurably(one.path); !removed)
            return removed;
    }
    return {};
}

} // namespace freehold::change
