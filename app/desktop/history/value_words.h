// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"

namespace freehold::desktop {

/// "Owner" for key `owner` of a device's document; the document and key themselves where they are not known.
[[nodiscard]] QString valueName(const contract::Difference &difference);

/// A TOML value as people say it: without quotes, ids by their names.
[[nodiscard]] QString valueText(
    const contract::Difference &difference, const std::optional<std::string> &value, const HouseData &data);

} // namespace freehold::desktop
