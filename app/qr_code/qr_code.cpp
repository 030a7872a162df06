// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr_code/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace freehold {

namespace {
struct Freed {
    void operator()(QRcode *code) const { QRcode_free(code); }
};
} // namespace

std::optional<QrCode> QrCode::of(std::string_view text)
{
    const std::string input(text);
    constexpr int smallest = 0;
    // Capital letters and digits alone take less room than what may be any byte.
    const std::unique_ptr<QRcode, Freed> made(
        QRcode_encodeString(input.c_str(), smallest, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!made)
        return std::nullopt;
    QrCode code;
    code.size_ = made->width;
    const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark_.reserve(modules);
    for (std::size_t at = 0; at < modules; ++at)
        code.dark_.push_back((made->data[at] & 1U) != 0);
    return code;
}

bool QrCode::isDark(int row, int column) const
{
    if (row < 0 || column < 0 || row >= size_ || column >= size_)
        return false;
    return dark_[static_cast<std::size_t>(row) * static_cast<std::size_t>(size_)
        + static_cast<std::size_t>(column)];
}

std::string QrCode::toBlocks() const
{
    std::string blocks;
    for (int row = -quietZone; row < size_ + quietZone; row += 2) {
        for (int column = -quietZone; column < size_ + quietZone; ++column) {
            const bool above = !isDark(row, column);
            const bool below = !isDark(row + 1, column) && row + 1 < size_ + quietZone;
            blocks += above && below ? "█" : above ? "▀" : below ? "▄" : " ";
        }
        blocks += '\n';
    }
    return blocks;
}

} // namespace freehold
