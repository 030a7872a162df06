// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"

namespace freehold::change {

/// References that lead nowhere or in a circle. Looks only at what changed, and, where documents went,
/// at what may have pointed to them.
[[nodiscard]] std::vector<Problem> checkReferences(const Delta &delta);

/// The documents that refer to one document, referring to another one of its kind instead.
[[nodiscard]] std::vector<Edit> redirected(const Configuration &configuration, std::string_view kind,
    const std::string &from, const std::string &to);

} // namespace freehold::change
