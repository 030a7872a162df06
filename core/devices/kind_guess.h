// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"

#include <span>

namespace freehold::devices {

/// What a device is, as far as what it offers and how it calls itself tell. `unknown` where they don't.
[[nodiscard]] contract::DeviceKind guessKind(
    std::span<const contract::Service> services, std::string_view hostName);

/// The name that a device gives itself for people, from its services; empty where it gives none.
[[nodiscard]] std::string friendlyName(
    std::span<const contract::Service> services, std::string_view hostName);

} // namespace freehold::devices
