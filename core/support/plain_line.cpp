// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_line.h"

#include <QString>

#include <algorithm>

namespace freehold {

bool isPlainLine(std::string_view text)
{
    const QString wide = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return std::ranges::none_of(wide, [](QChar character) {
        const auto code = character.unicode();
        return character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph || (code >= 0x202A && code <= 0x202E)
            || (code >= 0x2066 && code <= 0x2069);
    });
}

} // namespace freehold
