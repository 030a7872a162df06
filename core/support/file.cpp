// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/file.h"

#include "support/descriptor.h"
#include "support/passing_file.h"
#include "support/secret.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace freehold::file {

namespace {

/// The file may be a key: nothing of it stays on the stack.
struct Buffer {
    char bytes[16 * 1024];
    ~Buffer() { wipe(bytes, sizeof bytes); }
};

std::filesystem::path folderOf(const std::filesystem::path &path)
{
    const auto parent = path.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}

Result<void> syncAt(const std::filesystem::path &path, int flags)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags));
    if (!descriptor.isValid() || ::fsync(descriptor.get()) != 0)
        return std::unexpected(errorFor(errno, path, true));
    return {};
}

} // namespace

Error errorFor(int errorNumber, const std::filesystem::path &path, bool writing)
{
    Arguments arguments{{"place", path.string()}, {"system", std::generic_category().message(errorNumber)}};
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::disk_full, std::move(arguments), {}};
    case EROFS:
        return {ErrorCode::folder_read_only, std::move(arguments), {}};
    default:
        return {writing ? ErrorCode::file_unwritable : ErrorCode::file_unreadable, std::move(arguments), {}};
    }
}

Result<std::string> read(const std::filesystem::path &path, std::size_t limitBytes)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    if (!descriptor.isValid() || ::fstat(descriptor.get(), &status) != 0)
        return std::unexpected(errorFor(errno, path, false));
    if (!S_ISREG(status.st_mode))
        return std::unexpected(errorFor(EINVAL, path, false));
    std::string content;
    Buffer buffer;
    for (;;) {
        const ssize_t count = ::read(descriptor.get(), buffer.bytes, sizeof buffer.bytes);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFor(errno, path, false));
        if (count == 0)
            return content;
        content.append(buffer.bytes, static_cast<std::size_t>(count));
        if (content.size() > limitBytes)
            return failure(ErrorCode::document_too_large,
                {{"place", path.string()}, {"limit", std::to_string(limitBytes)}});
    }
}

Result<void> writeDurably(const std::filesystem::path &path, std::string_view content, Mode mode)
{
    std::filesystem::path beside = path;
    beside += ".new";
    return writeDurablyThrough(beside, path, content, mode);
}

Result<void> writeDurablyThrough(const std::filesystem::path &passing, const std::filesystem::path &path,
    std::string_view content, Mode mode)
{
    auto file = TRY(PassingFile::write(passing, path, content, mode));
    if (auto synced = file.sync(); !synced)
        return synced;
    if (auto put = file.put(); !put)
        return put;
    return syncFolder(folderOf(path));
}

Result<bool> overwriteDurably(const std::filesystem::path &path, std::string_view content)
{
    constexpr std::size_t sectorBytes = 512;
    const Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status{};
    if (content.size() > sectorBytes || !descriptor.isValid() || ::fstat(descriptor.get(), &status) != 0
        || !S_ISREG(status.st_mode) || std::cmp_not_equal(status.st_size, content.size()))
        return false;
    if (const auto error = descriptor.write(content))
        return std::unexpected(errorFor(error.value(), path, true));
    if (::fdatasync(descriptor.get()) != 0)
        return std::unexpected(errorFor(errno, path, true));
    return true;
}

Result<void> removeDurably(const std::filesystem::path &path)
{
    if (::unlink(path.c_str()) != 0) {
        if (errno == ENOENT)
            return {};
        return std::unexpected(errorFor(errno, path, true));
    }
    return syncFolder(folderOf(path));
}

Result<void> makeFolder(const std::filesystem::path &path)
{
    std::error_code error;
    if (path.empty() || std::filesystem::is_directory(path, error))
        return {};
    const auto above = path.has_filename() ? path.parent_path() : path.parent_path().parent_path();
    if (auto made = makeFolder(above); !made)
        return made;
    std::filesystem::create_directory(path, error);
    if (error)
        return std::unexpected(errorFor(error.value(), path, true));
    return syncFolder(folderOf(path));
}

Result<void> syncFolder(const std::filesystem::path &path)
{
    return syncAt(path, O_DIRECTORY);
}

Result<void> syncFile(const std::filesystem::path &path)
{
    return syncAt(path, O_NOFOLLOW);
}

Result<void> syncTree(const std::filesystem::path &path)
{
    std::error_code error;
    std::filesystem::recursive_directory_iterator walk(path, error);
    for (; !error && walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
        if (auto synced = syncAt(walk->path(), O_NOFOLLOW); !synced)
            return synced;
    }
    if (error)
        return std::unexpected(errorFor(error.value(), path, true));
    return syncFolder(path);
}

} // namespace freehold::file
