// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/devices/device_view.h"

namespace freehold::desktop {

/// What a device offers, in words, each kind of service once, with what opens it.
[[nodiscard]] QList<OfferedService> offeredServices(const contract::Device &device);

} // namespace freehold::desktop
