// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/passing_file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace freehold::file {

namespace {

/// A hint that promises nothing: who has to know waits, whatever comes of this.
void startForTheDisk([[maybe_unused]] const Descriptor &descriptor)
{
#ifdef SYNC_FILE_RANGE_WRITE
    ::sync_file_range(descriptor.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

/// The file at `passing`, made where there is none; invalid where that can't be done. `bytes`: how long it
/// is.
Descriptor openPassing(const std::filesystem::path &passing, Mode mode, std::size_t &bytes)
{
    const mode_t permissions = mode == Mode::secret ? 0600 : 0644;
    constexpr int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    Descriptor found(::open(passing.c_str(), flags, permissions));
    struct stat status{};
    if (!found.isValid() || ::fstat(found.get(), &status) != 0)
        return Descriptor(-1);
    bytes = static_cast<std::size_t>(status.st_size);
    // One that went on from here before a power cut may be here again, and still be there: it must stay as it
    // is.
    const bool isElsewhereToo = status.st_nlink > 1;
    if (isElsewhereToo && ::unlink(passing.c_str()) != 0)
        return Descriptor(-1);
    if (!isElsewhereToo)
        return found;
    bytes = 0;
    return Descriptor(::open(passing.c_str(), flags | O_EXCL, permissions));
}

} // namespace

PassingFile::PassingFile(Descriptor descriptor, std::filesystem::path passing, std::filesystem::path path)
    : descriptor_(std::move(descriptor))
    , passing_(std::move(passing))
    , path_(std::move(path))
{
}

PassingFile::PassingFile(PassingFile &&other) noexcept
    : descriptor_(std::move(other.descriptor_))
    , passing_(std::exchange(other.passing_, {}))
    , path_(std::move(other.path_))
    , synced_(std::move(other.synced_))
{
}

PassingFile &PassingFile::operator=(PassingFile &&other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    std::swap(passing_, other.passing_);
    std::swap(path_, other.path_);
    std::swap(synced_, other.synced_);
    return *this;
}

PassingFile::~PassingFile()
{
    if (!passing_.empty())
        ::unlink(passing_.c_str());
}

Result<PassingFile> PassingFile::write(const std::filesystem::path &passing,
    const std::filesystem::path &path, std::string_view content, Mode mode)
{
    std::size_t bytes = 0;
    Descriptor descriptor = openPassing(passing, mode, bytes);
    if (!descriptor.isValid())
        return std::unexpected(errorFor(errno, path, true));
    PassingFile file(std::move(descriptor), passing, path);
    if (const auto error = file.descriptor_.write(content))
        return std::unexpected(errorFor(error.value(), path, true));
    const auto wanted = static_cast<off_t>(content.size());
    if (bytes > content.size() && ::ftruncate(file.descriptor_.get(), wanted) != 0)
        return std::unexpected(errorFor(errno, path, true));
    return file;
}

std::error_code PassingFile::moveOn(const std::filesystem::path &passing)
{
    if (::link(passing_.c_str(), passing.c_str()) != 0)
        return {errno, std::generic_category()};
    // Under two names it would be in its place and be written over at once.
    if (::unlink(passing_.c_str()) != 0) {
        const std::error_code error(errno, std::generic_category());
        ::unlink(passing.c_str());
        return error;
    }
    passing_ = passing;
    return {};
}

void PassingFile::start() const
{
    startForTheDisk(descriptor_);
}

Result<void> PassingFile::sync()
{
    // A system tells once only that writing failed: asked again, it would say that all is well.
    if (!synced_)
        synced_ = ::fdatasync(descriptor_.get()) == 0 ? Result<void>()
                                                      : std::unexpected(errorFor(errno, path_, true));
    return *synced_;
}

Result<void> PassingFile::put()
{
    if (::rename(passing_.c_str(), path_.c_str()) != 0)
        return std::unexpected(errorFor(errno, path_, true));
    passing_.clear();
    return {};
}

void makeRoom(const std::filesystem::path &passing, std::size_t bytes)
{
    // As many blocks, and no byte more than it may need: to make a file longer costs nothing, to cut it does.
    constexpr std::size_t block = 4'096;
    const std::size_t length = bytes == 0 ? 0 : (bytes - 1) / block * block + 1;
    std::size_t found = 0;
    const Descriptor descriptor = openPassing(passing, Mode::shared, found);
    if (!descriptor.isValid() || found >= length || descriptor.write(std::string(length, '\0')))
        return;
    startForTheDisk(descriptor);
}

void Replaced::hold(const std::filesystem::path &place)
{
    constexpr std::size_t most = 8;
    if (held_.size() == most)
        return;
    Descriptor descriptor(::open(place.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (descriptor.isValid())
        held_.push_back(std::move(descriptor));
}

} // namespace freehold::file
