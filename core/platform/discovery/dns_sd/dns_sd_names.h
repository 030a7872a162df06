// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace freehold::platform {

/// dns_sd.h ends names with the root's dot; nobody else here does.
[[nodiscard]] inline std::string withoutDot(std::string_view name)
{
    return std::string(name.substr(0, name.size() - (name.ends_with('.') ? 1 : 0)));
}

/// "_ipp._tcp" from the data of a PTR record that enumerates types (RFC 6763 section 9): the first two
/// labels of an uncompressed name.
[[nodiscard]] std::optional<std::string> typeFromPointer(ByteView data);

} // namespace freehold::platform
