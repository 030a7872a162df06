// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/index_file.h"

#include "support/crypto.h"
#include "support/file.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace freehold::change::git {

namespace {

constexpr std::uint32_t version = 2;

/// In the network's order of bytes, as all numbers of the index are.
template <std::size_t count>
void append(std::string &bytes, std::array<std::uint32_t, count> numbers)
{
    for (std::uint32_t &number : numbers)
        number = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(numbers.data()), sizeof numbers);
}

constexpr std::size_t alignment = 8;

/// With the NULs that end its path, one at least.
std::size_t sizeOf(std::string_view path)
{
    constexpr std::size_t beforePath = 62;
    return (beforePath + path.size()) / alignment * alignment + alignment;
}

void append(std::string &bytes, const git_index_entry &entry)
{
    const std::string_view path = entry.path;
    const std::size_t end = bytes.size() + sizeOf(path);
    append(bytes,
        std::array{static_cast<std::uint32_t>(entry.ctime.seconds), entry.ctime.nanoseconds,
            static_cast<std::uint32_t>(entry.mtime.seconds), entry.mtime.nanoseconds, entry.dev, entry.ino,
            entry.mode, entry.uid, entry.gid, entry.file_size});
    bytes.append(reinterpret_cast<const char *>(entry.id.id), sizeof entry.id.id);
    const auto length = std::min<std::size_t>(path.size(), GIT_INDEX_ENTRY_NAMEMASK);
    const auto flags = qToBigEndian(
        static_cast<std::uint16_t>((entry.flags & ~GIT_INDEX_ENTRY_NAMEMASK) | static_cast<int>(length)));
    bytes.append(reinterpret_cast<const char *>(&flags), sizeof flags);
    bytes += path;
    bytes.resize(end);
}

/// Empty where it holds what version 2 has no place for, as flags of a sparse work tree, or what libgit2
/// keeps beside the entries of a merge.
std::string contentOf(git_index *index)
{
    if (git_index_version(index) != version || git_index_has_conflicts(index) != 0)
        return {};
    const std::size_t count = git_index_entrycount(index);
    std::size_t size = 0;
    for (std::size_t at = 0; at < count; ++at)
        size += sizeOf(git_index_get_byindex(index, at)->path);
    constexpr std::size_t aroundEntries = 32;
    std::string bytes;
    bytes.reserve(size + aroundEntries);
    bytes += "DIRC";
    append(bytes, std::array{version, static_cast<std::uint32_t>(count)});
    for (std::size_t at = 0; at < count; ++at) {
        const git_index_entry &entry = *git_index_get_byindex(index, at);
        if ((entry.flags & GIT_INDEX_ENTRY_EXTENDED) != 0)
            return {};
        append(bytes, entry);
    }
    bytes += crypto::sha1(bytes);
    return bytes;
}

} // namespace

IndexFile::IndexFile(git_repository *repository, const PassingPlaces &passing, file::Replaced &replaced)
    : repository_(repository)
    , passing_(passing)
    , replaced_(replaced)
    , place_(std::filesystem::path(git_repository_path(repository)) / "index")
{
}

git_index *IndexFile::open()
{
    if (index_ == nullptr) {
        git_index *opened = nullptr;
        if (git_repository_index(&opened, repository_) != 0)
            return nullptr;
        index_.reset(opened);
    }
    // Before it is read: what is written meanwhile is noticed next time.
    const auto status = statusOf(place_);
    if (status && status == known_)
        return index_.get();
    known_.reset();
    if (git_index_read(index_.get(), 1) != 0)
        return nullptr;
    known_ = status;
    racy_ = status ? racyIn(status->modifiedNanoseconds) : std::vector<std::string>();
    return index_.get();
}

void IndexFile::rest()
{
    known_.reset();
    racy_.clear();
    index_.reset();
}

std::vector<std::string> IndexFile::racyIn(std::int64_t writtenNanoseconds) const
{
    constexpr std::int64_t second = 1'000'000'000;
    std::vector<std::string> found;
    for (std::size_t at = 0; at < git_index_entrycount(index_.get()); ++at) {
        const git_index_entry &entry = *git_index_get_byindex(index_.get(), at);
        // Whole seconds, as most builds of git compare them.
        if (entry.file_size != 0 && entry.mtime.seconds >= writtenNanoseconds / second)
            found.emplace_back(entry.path);
    }
    return found;
}

Result<void> IndexFile::write(std::vector<std::string> changed)
{
    known_.reset(); // until it is written, memory has what the file doesn't say
    const std::string content = contentOf(index_.get());
    if (auto done = content.empty() ? writeAsLibraryDoes() : replace(content); !done)
        return done;
    known_ = statusOf(place_);
    racy_ = std::move(changed);
    return {};
}

Result<void> IndexFile::replace(const std::string &content) const
{
    passing_.makeFolder();
    auto file = TRY(file::PassingFile::write(passing_.index(), place_, content));
    auto lock = place_;
    lock += ".lock";
    const auto error = file.moveOn(lock);
    if (error == std::errc::file_exists)
        return failure(ErrorCode::repository_locked, {{"place", lock.string()}});
    if (error)
        return writeAsLibraryDoes();
    replaced_.hold(place_);
    return file.put();
}

Result<void> IndexFile::writeAsLibraryDoes() const
{
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
    const int code = git_index_write(index_.get());
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    if (code != 0)
        return lastError(code, "index");
    return {};
}

} // namespace freehold::change::git
