// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace freehold {

/// Key material in memory: pages of its own, locked and left out of core dumps, wiped when
/// it goes, never copied by accident. Movable only; `copy()` says what it does.
class Secret {
public:
    Secret() = default;
    /// Zeroed memory of that size.
    explicit Secret(std::size_t size);
    static Secret of(ByteView bytes);
    static Secret of(std::string_view text) { return of(asBytes(text)); }
    static Secret random(std::size_t size);

    Secret(Secret &&other) noexcept
        : data_(std::exchange(other.data_, nullptr))
        , size_(std::exchange(other.size_, 0))
    {
    }
    Secret &operator=(Secret &&other) noexcept
    {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        return *this;
    }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    [[nodiscard]] Secret copy() const { return of(view()); }
    [[nodiscard]] std::uint8_t *data() { return data_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool isEmpty() const { return size_ == 0; }
    [[nodiscard]] ByteView view() const { return {data_, size_}; }
    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char *>(data_), size_}; }

private:
    std::uint8_t *data_ = nullptr;
    std::size_t size_ = 0;
};

/// Overwrites what held a secret on its way into or out of a Secret. The compiler can't leave it out.
void wipe(void *memory, std::size_t size);
/// A string or byte array that nothing else shares; empty afterwards.
template <class Text>
    requires requires(Text &text) { text.clear(); }
void wipe(Text &text)
{
    wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(*text.data()));
    text.clear();
}

/// Once, first thing in main: this process leaves no core dump and, on Linux, can't be read by others of
/// the same user.
void protectProcessMemory();

} // namespace freehold
