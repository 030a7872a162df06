// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <utility>

namespace freehold::change {

/// Where in git's own folder the files of a change lie until each is whole: a kill leaves none half-written
/// beside the others.
class PassingPlaces {
public:
    explicit PassingPlaces(std::filesystem::path folder)
        : folder_(std::move(folder))
    {
    }

    [[nodiscard]] std::filesystem::path document() const { return folder_ / "document.new"; }
    [[nodiscard]] std::filesystem::path pack() const { return folder_ / "pack.new"; }
    [[nodiscard]] std::filesystem::path packIndex() const { return folder_ / "pack-index.new"; }
    [[nodiscard]] std::filesystem::path main() const { return folder_ / "main.new"; }
    /// git's index, as gitformat-index(5) has it.
    [[nodiscard]] std::filesystem::path index() const { return folder_ / "index.new"; }

    /// Makes sure of the folder. Nothing in it outlives a change, so nobody waits for the disk.
    void makeFolder() const;
    /// About how long the files of the next change will be, where its objects are known by the last one's.
    struct Lengths {
        std::size_t pack = 0;
        std::size_t packIndex = 0;
        std::size_t index = 0;
    };
    /// Makes the files, for the next change to write over; see file::makeRoom().
    void makeFiles(const Lengths &lengths) const;

private:
    std::filesystem::path folder_;
};

} // namespace freehold::change
