// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace freehold::file {

/// An open file, closed with this.
class Descriptor {
public:
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor(Descriptor &&other) noexcept
        : number_(std::exchange(other.number_, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool isValid() const { return number_ >= 0; }
    /// All of it, where the file stands.
    [[nodiscard]] std::error_code write(std::string_view content) const;

private:
    int number_;
};

} // namespace freehold::file
