// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/file.h"

#include "support/aside.h"
#include "support/secret.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace freehold::file {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool isValid() const { return number_ >= 0; }

private:
    int number_;
};

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

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The content of a new file at `place`, on the disk; where that fails, the file goes. Errors name `path`.
Result<void> fill(const Descriptor &descriptor, std::string_view content, const std::filesystem::path &place,
    const std::filesystem::path &path)
{
    if (writeAll(descriptor.get(), content) && ::fsync(descriptor.get()) == 0)
        return {};
    Error error = errorFor(errno, path, true);
    ::unlink(place.c_str());
    return std::unexpected(std::move(error));
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
    if (auto written = writePassing(passing, path, content, mode); !written)
        return written;
    if (auto renamed = renamePassing(passing, path); !renamed)
        return renamed;
    return syncFolder(folderOf(path));
}

Result<void> writePassing(const std::filesystem::path &passing, const std::filesystem::path &path,
    std::string_view content, Mode mode)
{
    const mode_t permissions = mode == Mode::secret ? 0600 : 0644;
    const Descriptor descriptor(
        ::open(passing.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, permissions));
    if (!descriptor.isValid())
        return std::unexpected(errorFor(errno, path, true));
    return fill(descriptor, content, passing, path);
}

Result<void> renamePassing(const std::filesystem::path &passing, const std::filesystem::path &path)
{
    if (::rename(passing.c_str(), path.c_str()) != 0) {
        const Error error = errorFor(errno, path, true);
        ::unlink(passing.c_str());
        return std::unexpected(error);
    }
    return {};
}

Result<bool> createDurably(const std::filesystem::path &path, std::string_view content)
{
    constexpr mode_t permissions = 0644;
    const Descriptor descriptor(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions));
    if (!descriptor.isValid() && errno == EEXIST)
        return false;
    if (!descriptor.isValid())
        return std::unexpected(errorFor(errno, path, true));
    return fill(descriptor, content, path, path).transform([] { return true; });
}

Result<void> touch(const std::filesystem::path &path)
{
    constexpr mode_t permissions = 0644;
    const Descriptor descriptor(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, permissions));
    return descriptor.isValid() ? Result<void>() : std::unexpected(errorFor(errno, path, true));
}

Result<bool> overwriteDurably(const std::filesystem::path &path, std::string_view content)
{
    constexpr std::size_t sectorBytes = 512;
    const Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status{};
    if (content.size() > sectorBytes || !descriptor.isValid() || ::fstat(descriptor.get(), &status) != 0
        || !S_ISREG(status.st_mode) || std::cmp_not_equal(status.st_size, content.size()))
        return false;
    if (!writeAll(descriptor.get(), content) || ::fdatasync(descriptor.get()) != 0)
        return std::unexpected(errorFor(errno, path, true));
    return true;
}

Result<void> writeDurablyTogether(std::span<const Replacement> files)
{
    std::vector<Result<void>> written(files.size());
    const auto write = [&](std::size_t at) {
        const Replacement &file = files[at];
        written[at] = writePassing(file.passing, file.path, file.content);
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t at = 1; at < files.size(); ++at)
            threads.push_back(aside([&write, at] { write(at); }));
        write(0);
    }
    const auto failed = std::ranges::find_if(written, [](const auto &one) { return !one; });
    Result<void> done = failed == written.end() ? Result<void>() : *failed;
    for (const Replacement &file : files) {
        if (done)
            done = renamePassing(file.passing, file.path);
        else
            ::unlink(file.passing.c_str());
    }
    return done ? syncFolder(folderOf(files.front().path)) : done;
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
