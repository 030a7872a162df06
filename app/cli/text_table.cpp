// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/text_table.h"

#include "support/json.h"

namespace freehold::cli {

namespace {

/// Columns on a terminal: marks take none, wide scripts two.
std::size_t width(const std::string &text)
{
    std::size_t columns = 0;
    for (const char32_t letter : json::toQString(text).toUcs4()) {
        const auto category = QChar::category(letter);
        if (category == QChar::Mark_NonSpacing || category == QChar::Other_Format)
            continue;
        const bool isWide = (letter >= 0x1100 && letter <= 0x115f) || (letter >= 0x2e80 && letter <= 0xa4cf)
            || (letter >= 0xac00 && letter <= 0xd7a3) || (letter >= 0xf900 && letter <= 0xfaff)
            || (letter >= 0xfe30 && letter <= 0xfe6f) || (letter >= 0xff00 && letter <= 0xff60)
            || (letter >= 0x1f300 && letter <= 0x1faff);
        columns += isWide ? 2 : 1;
    }
    return columns;
}

} // namespace

std::string harmless(const std::string &text)
{
    QString cleaned = json::toQString(text);
    for (QChar &letter : cleaned) {
        // Marks of direction could make the rest of a line read as something else.
        const bool turns = (letter.unicode() >= 0x202a && letter.unicode() <= 0x202e)
            || (letter.unicode() >= 0x2066 && letter.unicode() <= 0x2069);
        if (letter.category() == QChar::Other_Control || turns)
            letter = QChar::ReplacementCharacter;
    }
    return cleaned.toStdString();
}

std::string TextTable::text(const std::string &indent) const
{
    constexpr std::size_t gap = 2;
    std::vector<std::size_t> widths;
    auto rows = rows_;
    for (auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            row[column] = harmless(row[column]);
            widths[column] = std::max(widths[column], width(row[column]));
        }
    }
    std::string text;
    for (const auto &row : rows) {
        std::string line = indent;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += row[column];
            if (column + 1 < row.size())
                line.append(widths[column] - width(row[column]) + gap, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace freehold::cli
