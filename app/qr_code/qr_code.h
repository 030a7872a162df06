// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold {

/// A text as a QR code (ISO/IEC 18004), as small as it can be, that is still read where a seventh of it is
/// covered (level M).
class QrCode {
public:
    /// Modules that have to stay light on each side, so that a camera finds it.
    static constexpr int quietZone = 4;

    /// Nothing where the text is empty or has no room in the largest code.
    [[nodiscard]] static std::optional<QrCode> of(std::string_view text);

    /// Modules on each side, without the quiet zone.
    [[nodiscard]] int size() const { return size_; }
    /// Light outside of the code.
    [[nodiscard]] bool isDark(int row, int column) const;

    /// For a terminal: two rows of modules a line, the quiet zone with them. What is light is drawn, as
    /// terminals mostly are dark; cameras read both.
    [[nodiscard]] std::string toBlocks() const;

private:
    int size_ = 0;
    std::vector<bool> dark_; ///< row by row
};

} // namespace freehold
