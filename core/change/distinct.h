// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"

#include <string_view>

namespace freehold::change {

/// Changed documents of a kind whose text at `key` another one of that kind has too. No text at all is shared
/// by any number.
[[nodiscard]] std::vector<Problem> checkDistinct(
    const Delta &delta, std::string_view kind, std::string_view key);

} // namespace freehold::change
