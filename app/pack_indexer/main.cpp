// SPDX-License-Identifier: GPL-3.0-or-later
// freehold-index-pack FOLDER: indexes the packs that another machine sent (FOLDER/*.incoming), each as git's
// own index-pack would, and leaves what is sound as pack-*.pack and pack-*.idx in FOLDER. A program of its
// own, so that what a stranger made is read where there is nothing else to be had.
#include "limits.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

/// Far above what any house has; a pack that claims more is refused by its first bytes.
constexpr std::size_t mostObjects = 2'000'000;

/// Nothing that a house holds is near to this: documents are 256 KiB at most, and a folder of 20,000 makes a
/// tree of less than 2 MiB. What is larger, however small it was pressed, would be unpacked by whoever looks
/// at it.
constexpr std::size_t largestObject = 4UL * 1024 * 1024;

int refuseLarge(const git_oid *id, void *database)
{
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const int code = git_odb_read_header(&size, &type, static_cast<git_odb *>(database), id);
    return code != 0 ? code : size > largestObject ? GIT_EUSER : 0;
}

/// What is too large in the packs of a folder, or nothing.
std::string checkSizes(const std::filesystem::path &folder)
{
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".idx")
            continue;
        git_odb *database = nullptr;
        git_odb_backend *pack = nullptr;
        git_odb_new(&database);
        int code = git_odb_backend_one_pack(&pack, entry.path().c_str());
        if (code == 0)
            code = git_odb_add_backend(database, pack, 1);
        if (code == 0)
            code = git_odb_foreach(database, refuseLarge, database);
        git_odb_free(database);
        if (code != 0)
            return entry.path().filename().string() + " holds an object that is too large";
    }
    return error ? error.message() : std::string();
}

/// Indexes one pack. What is wrong with it, or nothing.
std::string indexPack(const std::filesystem::path &pack, const std::filesystem::path &folder)
{
    git_indexer_options options;
    git_indexer_options_init(&options, GIT_INDEXER_OPTIONS_VERSION);
    git_indexer *indexer = nullptr;
    if (git_indexer_new(&indexer, folder.c_str(), 0, nullptr, &options) != 0)
        return git_error_last()->message;
    std::ifstream file(pack, std::ios::binary);
    std::vector<char> bytes(64UL * 1024);
    git_indexer_progress progress{};
    int code = 0;
    while (code == 0 && file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())).gcount() > 0)
        code = git_indexer_append(indexer, bytes.data(), static_cast<std::size_t>(file.gcount()), &progress);
    if (code == 0)
        code = git_indexer_commit(indexer, &progress);
    std::string wrong = code == 0 ? std::string() : git_error_last()->message;
    git_indexer_free(indexer);
    return wrong;
}

} // namespace

int main(int argumentCount, char *arguments[])
{
    if (argumentCount != 2) {
        std::fputs("usage: freehold-index-pack FOLDER\n", stderr);
        return 2;
    }
    if (!freehold::limitThisProcess()) {
        std::perror("freehold-index-pack: this process can't be bounded");
        return 1;
    }
    git_libgit2_init();
    git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, mostObjects);
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);

    const std::filesystem::path folder(arguments[1]);
    std::vector<std::filesystem::path> packs;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".incoming")
            packs.push_back(entry.path());
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> isSound = !error;
    const auto work = [&] {
        for (std::size_t at = next++; at < packs.size() && isSound; at = next++) {
            if (const std::string wrong = indexPack(packs[at], folder); !wrong.empty()) {
                std::fprintf(stderr, "%s: %s\n", packs[at].filename().c_str(), wrong.c_str());
                isSound = false;
            }
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t useful = std::min<std::size_t>(std::thread::hardware_concurrency(), packs.size());
        others.reserve(useful);
        for (std::size_t count = 1; count < useful; ++count)
            others.emplace_back(work);
        work();
    }
    if (const std::string wrong = isSound ? checkSizes(folder) : std::string(); !wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        isSound = false;
    }
    git_libgit2_shutdown();
    return isSound ? 0 : 1;
}
