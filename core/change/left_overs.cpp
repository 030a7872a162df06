// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/git.h"
#include "change/repository.h"
#include "support/file.h"
#include "support/log.h"

#include <algorithm>
#include <thread>

namespace freehold::change {

namespace {

/// Programs hold a lock for moments, but for the index's: see isCommitInTheMaking(). The engine itself is
/// there once only, so that one that nobody has touched for so long is of a program that is gone.
constexpr std::chrono::milliseconds longestLock{1'000};

/// Nobody writes at the message of one commit for longer.
constexpr std::chrono::hours longestCommit{12};

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
        for (; walk != decltype(walk)(); walk.increment(error)) {
            if (!isPassing(walk->path()))
                continue;
            std::error_code gone;
            const auto touched = std::filesystem::last_write_time(walk->path(), gone);
            if (!gone)
                found.push_back({walk->path(), touched});
        }
    };
    look(std::filesystem::directory_iterator(git, error));
    look(std::filesystem::recursive_directory_iterator(git / "refs", error));
    look(std::filesystem::directory_iterator(git / "objects" / "pack", error));
    return found;
}

std::filesystem::file_time_type::duration ageOf(const LeftOver &one)
{
    return std::filesystem::file_time_type::clock::now() - one.touched;
}

bool isFresh(const LeftOver &one)
{
    return ageOf(one) < longestLock;
}

/// "git commit -a" writes the index that is to be into the lock and holds it as long as its editor is open.
/// An index that says what HEAD says is of no commit: an engine was killed just before it put it into its
/// place.
bool isCommitInTheMaking(git_repository *repository, const LeftOver &one)
{
    if (one.path.filename() != "index.lock" || ageOf(one) > longestCommit)
        return false;
    git_index *opened = nullptr;
    const bool isWhole = git_index_open(&opened, one.path.c_str()) == 0 && git_index_entrycount(opened) > 0;
    const git::Index index(opened);
    git_object *head = nullptr;
    const bool hasHead = isWhole && git_revparse_single(&head, repository, "HEAD^{tree}") == 0;
    const git::TreeObject tree(reinterpret_cast<git_tree *>(head));
    git_diff *made = nullptr;
    if (!hasHead || git_diff_tree_to_index(&made, repository, tree.get(), opened, nullptr) != 0)
        return false;
    const git::Diff difference(made);
    return git_diff_num_deltas(made) > 0;
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
    std::erase_if(found, [&](const LeftOver &one) { return isCommitInTheMaking(handle(), one); });
    for (const LeftOver &one : found) {
        log::write(log::Level::info, "change", "left over by a program that is gone: " + one.path.string());
        if (auto removed = file::removeDurably(one.path); !removed)
            return removed;
    }
    return {};
}

} // namespace freehold::change
