// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"

#include <QString>

namespace freehold::desktop {

class HouseData;

/// Where a device is, as the screens sort it.
enum class Place : std::uint8_t { home, elsewhere, not_seen_lately };

/// A portable thing that left within three days is elsewhere; any other that doesn't answer is not seen
/// lately.
[[nodiscard]] Place placeOf(const contract::Device &device, Time now);

[[nodiscard]] QString iconOf(contract::DeviceKind kind);

/// Its name; one that nobody gave ends in a question mark ("Pixel 9?").
[[nodiscard]] QString nameOf(const contract::Device &device);

/// What is said below the name: "Member, storage", "Emma", "Last seen Saturday 22:48".
[[nodiscard]] QString lineOf(const contract::Device &device, const HouseData &data);

/// The same in few words, for a tile on the map.
[[nodiscard]] QString shortLineOf(const contract::Device &device, const HouseData &data);

} // namespace freehold::desktop
