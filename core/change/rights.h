// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "contract/codes.h"

#include <optional>
#include <string>

namespace freehold::change {

/// What a machine may do at most: the lesser of its own role and that of the person whose it is. Nothing
/// where it is no member; a guest's where it was removed.
[[nodiscard]] std::optional<contract::Role> roleOfMember(
    const Configuration &configuration, const std::string &id);

} // namespace freehold::change
