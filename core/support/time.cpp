// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/time.h"

#include <QDateTime>

#include <format>

namespace freehold {

std::string toRfc3339(Time time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    if (seconds == time)
        return std::format("{:%FT%TZ}", seconds);
    return std::format("{:%FT%TZ}", time);
}

std::optional<Time> fromRfc3339(std::string_view text)
{
    // Qt takes ISO 8601, which is wider: RFC 3339 asks for both halves and an offset.
    constexpr std::size_t shortest = std::string_view("2026-11-23T16:40:00Z").size();
    if (text.size() < shortest || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return std::nullopt;
    const auto tail = text.substr(19);
    if (tail.find_first_of("Zz+-") == std::string_view::npos)
        return std::nullopt;
    const auto parsed = QDateTime::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODateWithMs);
    // An offset may carry it over the ends of what four digits can say (RFC 3339 section 5.6).
    const int year = parsed.toUTC().date().year();
    if (!parsed.isValid() || year < 1 || year > 9999)
        return std::nullopt;
    return Time(std::chrono::milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace freehold
