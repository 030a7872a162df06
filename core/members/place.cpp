// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/place.h"

#include <charconv>

namespace freehold::members {

std::optional<Place> placeFrom(std::string_view text)
{
    Place place;
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        place.host = text.substr(1, end - 1);
        port = text.substr(end + 1);
    } else if (const auto colon = text.find(':'); colon != text.rfind(':')) {
        place.host = text;
    } else {
        place.host = text.substr(0, colon);
        port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    if (place.host.empty())
        return std::nullopt;
    if (port.empty())
        return place;
    port.remove_prefix(1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), place.port);
    if (read.ec != std::errc() || read.ptr != port.data() + port.size() || place.port == 0)
        return std::nullopt;
    return place;
}

} // namespace freehold::members
