// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/fresh_objects.h"
#include "change/git.h"
#include "change/repository.h"
#include "support/file.h"

#include <git2/sys/odb_backend.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace freehold::change {

using namespace git;

namespace {

/// git's own gc.autoPackLimit: with more, every look-up and every git program gets slower.
constexpr std::size_t packLimit = 50;

/// A pack of so many objects stays as it is. Joining searches each object's best delta again, so this bounds
/// how long the house thread is away for it: a fraction of a second, once in some hundred changes.
constexpr std::uint32_t settledObjects = 1'000;

struct Pack {
    std::filesystem::path index;
    std::uint32_t objects;
};

/// The number of objects from a pack's index: the last entry of its fan-out (gitformat-pack(5), version 2).
std::optional<std::uint32_t> objectsIn(const std::filesystem::path &index)
{
    constexpr std::streamoff lastFanOut = 8 + 255 * 4;
    std::ifstream file(index, std::ios::binary);
    std::array<char, 4> bytes{};
    if (!file.seekg(lastFanOut) || !file.read(bytes.data(), bytes.size()))
        return std::nullopt;
    std::uint32_t count = 0;
    for (const char byte : bytes)
        count = (count << 8) | static_cast<std::uint8_t>(byte);
    return count;
}

/// The packs that may still join others, the smallest first.
std::vector<Pack> unsettledPacks(const std::filesystem::path &folder)
{
    std::vector<Pack> packs;
    std::error_code error;
    std::filesystem::directory_iterator walk(folder, error);
    for (; walk != std::filesystem::directory_iterator(); walk.increment(error)) {
        if (walk->path().extension() != ".idx")
            continue;
        const auto objects = objectsIn(walk->path());
        if (objects && *objects < settledObjects)
            packs.push_back({walk->path(), *objects});
    }
    std::ranges::sort(packs, {}, &Pack::objects);
    return packs;
}

/// The small ones, so that each object is copied only a few times: a pack joins as long as all smaller ones
/// together have at least half as many objects (git repack --geometric=2).
std::vector<Pack> smallOnes(std::vector<Pack> packs)
{
    std::uint32_t sum = 0;
    std::size_t count = 0;
    for (const Pack &pack : packs) {
        if (count >= 2 && (pack.objects / 2 > sum || sum >= settledObjects))
            break;
        sum += pack.objects;
        ++count;
    }
    packs.resize(count);
    return packs;
}

int insertObject(const git_oid *id, void *payload)
{
    return git_packbuilder_insert(static_cast<git_packbuilder *>(payload), id, nullptr);
}

} // namespace

Result<void> Repository::packIfDue()
{
    const auto folder = folder_ / ".git" / "objects" / "pack";
    const auto packs = unsettledPacks(folder);
    if (packs.size() < packLimit)
        return {};
    const auto joined = smallOnes(packs);

    git_packbuilder *made = nullptr;
    if (const int code = git_packbuilder_new(&made, handle()); code != 0)
        return lastError(code, folder.string());
    const PackBuilder builder(made);
    git_packbuilder_set_threads(made, 1);
    for (const Pack &pack : joined) {
        git_odb *database = nullptr;
        git_odb_new(&database);
        const Odb owned(database);
        git_odb_backend *backend = nullptr;
        if (const int code = git_odb_backend_one_pack(&backend, pack.index.c_str()); code != 0)
            return lastError(code, pack.index.string());
        git_odb_add_backend(database, backend, 1);
        if (const int code = git_odb_foreach(database, insertObject, made); code != 0)
            return lastError(code, pack.index.string());
    }
    if (const int code = git_packbuilder_write(made, folder.c_str(), 0, nullptr, nullptr); code != 0)
        return lastError(code, folder.string());
    const std::string kept = std::string("pack-") + git_packbuilder_name(made) + ".idx";

    // The new pack is on the disk; only now may the old ones go, each first out of sight.
    for (const Pack &pack : joined) {
        if (pack.index.filename() == kept)
            continue;
        auto packFile = pack.index;
        packFile.replace_extension(".pack");
        std::error_code ignored;
        std::filesystem::remove(pack.index, ignored);
        std::filesystem::remove(packFile, ignored);
    }
    git_odb *database = nullptr;
    git_repository_odb(&database, handle());
    const Odb owned(database);
    freshObjects_->settle(database);
    return {};
}

} // namespace freehold::change
