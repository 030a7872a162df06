// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"
#include "contract/types.h"
#include "devices/device_table.h"

#include <functional>
#include <map>

/// What device documents say and what changing them does. Pure.
namespace freehold::devices {

/// What a device's document says of it.
[[nodiscard]] DocumentedDevice givenBy(const change::Document &document);

/// `seenName` gives the name that a document's device shows of itself, where no document names it.
[[nodiscard]] std::vector<contract::Effect> documentEffects(
    const change::Delta &delta, const std::function<std::string(const change::Document &)> &seenName);

} // namespace freehold::devices
