// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/descriptor.h"
#include "support/file.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace freehold::file {

/// A file that is written where nobody looks for it, and put into its place as a whole.
/// Errors are those of file.h, and name the place that the file is for.
class PassingFile {
public:
    /// Writes the file at `passing`, over what lies there; to be put at `path`, of the same file system. Does
    /// not wait for the disk.
    [[nodiscard]] static Result<PassingFile> write(const std::filesystem::path &passing,
        const std::filesystem::path &path, std::string_view content, Mode mode = Mode::shared);
    PassingFile(const PassingFile &) = delete;
    PassingFile &operator=(const PassingFile &) = delete;
    PassingFile(PassingFile &&other) noexcept;
    PassingFile &operator=(PassingFile &&other) noexcept;
    /// Removes what was not put into its place.
    ~PassingFile();

    /// Goes on to another passing place; file_exists and nothing done where something is there, another error
    /// where the file system has no hard links.
    [[nodiscard]] std::error_code moveOn(const std::filesystem::path &passing);
    /// Sets out for the disk, where the system can be asked for that. Several that are all written and
    /// started first, and all waited for afterwards, take little longer than one.
    void start() const;
    /// Waits until the content is on the disk; asked again, says what it said.
    [[nodiscard]] Result<void> sync();
    /// Puts it into its place, over what is there. Until the folder is synced, a power cut may bring that
    /// back.
    [[nodiscard]] Result<void> put();

private:
    PassingFile(Descriptor descriptor, std::filesystem::path passing, std::filesystem::path path);

    Descriptor descriptor_;
    std::filesystem::path passing_; ///< empty: it is in its place
    std::filesystem::path path_;
    std::optional<Result<void>> synced_;
};

/// Makes a file at a passing place, for one of about so many bytes: to make a file, and to find room for it,
/// takes longer than to write over what is there. What can't be made is left to whoever writes.
void makeRoom(const std::filesystem::path &passing, std::size_t bytes);

/// Files whose places others take. The system gives a file's room back when its last holder lets it go, which
/// takes several times as long as the rest of a rename: held here, that is put off until nobody waits.
class Replaced {
public:
    /// The file at `place`, if one is there and not too many are held.
    void hold(const std::filesystem::path &place);
    void release() { held_.clear(); }

private:
    std::vector<Descriptor> held_;
};

} // namespace freehold::file
