// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_indexer/indexing.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

namespace freehold {

namespace {

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

std::string indexPacks(const std::vector<std::filesystem::path> &folders)
{
    std::vector<std::filesystem::path> packs;
    for (const auto &folder : folders) {
        std::error_code error;
        for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
            if (entry.path().extension() == ".incoming")
                packs.push_back(entry.path());
        }
        if (error)
            return error.message();
    }
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::string wrong;
    const auto note = [&](const std::filesystem::path &pack, const std::string &what) {
        const std::scoped_lock lock(mutex);
        wrong = pack.filename().string() + ": " + what;
        next = packs.size();
    };
    const auto work = [&] {
        for (std::size_t at = next++; at < packs.size(); at = next++) {
            if (const std::string what = indexPack(packs[at], packs[at].parent_path()); !what.empty())
                note(packs[at], what);
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
    for (const auto &folder : folders) {
        if (wrong.empty())
            wrong = checkSizes(folder);
    }
    return wrong;
}

} // namespace freehold
