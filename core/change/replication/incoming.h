// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/repository.h"

#include <filesystem>
#include <fstream>

namespace freehold::change {

/// Packs that another member sends, in a folder of their own until they are indexed and what they hold
/// counts; whoever lets go of them before has them removed. House thread.
class Incoming {
public:
    /// More than any house has: a hundred times the bytes of ten thousand changes.
    static constexpr std::size_t mostBytes = 1024UL * 1024 * 1024;
    static constexpr std::size_t mostPacks = 4'096;

    /// An empty folder; what is left there of an earlier attempt goes. Errors: disk_full, folder_read_only,
    /// file_unwritable.
    [[nodiscard]] static Result<Incoming> in(std::filesystem::path folder);
    Incoming(Incoming &&other) noexcept;
    Incoming &operator=(Incoming &&other) noexcept;
    ~Incoming();

    /// What is appended from here on is another pack. Errors as above; message_too_large.
    [[nodiscard]] Result<void> beginPack();
    [[nodiscard]] Result<void> append(const QByteArray &part);
    /// Nothing more comes.
    [[nodiscard]] Result<void> finish();

    /// As git's `objects` is.
    [[nodiscard]] const std::filesystem::path &folder() const { return folder_; }
    /// Where the packs lie.
    [[nodiscard]] std::filesystem::path packs() const { return folder_ / "pack"; }
    /// Puts the packs, which are indexed by now, among those of a repository, durably.
    [[nodiscard]] Result<void> moveInto(const std::filesystem::path &place);

private:
    explicit Incoming(std::filesystem::path folder)
        : folder_(std::move(folder))
    {
    }
    void remove();

    std::filesystem::path folder_; ///< empty once it is somebody else's
    std::ofstream pack_;
    std::size_t begun_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace freehold::change
