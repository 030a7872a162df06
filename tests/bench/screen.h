// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/program.h"
#include "support/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace freehold::bench {

/// A virtual screen whose picture can be looked at without asking anybody.
class Screen {
public:
    [[nodiscard]] static Result<std::unique_ptr<Screen>> open(const std::filesystem::path &folder);
    ~Screen();
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    [[nodiscard]] const std::string &display() const { return display_; }

    /// A part of the screen, in pixels from its upper left.
    struct Region {
        std::size_t x = 0;
        std::size_t y = 0;
        std::size_t width = 0;
        std::size_t height = 0;
    };
    struct Drawn {
        double milliseconds = 0; ///< from the program's start until the window looks as it will
        std::int64_t residentBytes = 0;
    };
    /// Starts a program and waits until what it draws stays as it is. It looks as it will at the first frame
    /// whose `data`, the part that is known to show it, is the last frame's in every pixel; where no such
    /// part is known, at the first whose whole is the last's but for one pixel in a hundred.
    /// Errors: internal with a reason, where it draws nothing.
    [[nodiscard]] Result<Drawn> watch(
        const testing::Command &command, const std::string &program, const std::optional<Region> &data) const;

    using Picture = std::vector<std::uint32_t>;

private:
    Screen() = default;
    /// Every so manieth pixel: enough to tell frames apart, and quickly read.
    [[nodiscard]] Picture look() const;
    [[nodiscard]] Picture look(const Region &region) const;
    [[nodiscard]] std::size_t firstPixel() const; ///< in bytes from the file's beginning

    std::unique_ptr<testing::Program> server_;
    std::string display_;
    Picture blank_; ///< before anything was drawn
    const std::uint8_t *file_ = nullptr; ///< an X window dump that the server draws into
    std::size_t bytes_ = 0;
};

} // namespace freehold::bench
