// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <avahi-common/watch.h>

namespace freehold::platform {

/// Avahi's event loop interface over Qt's, in the thread that uses it. Outlives what it was given to.
[[nodiscard]] const AvahiPoll &qtAvahiPoll();

} // namespace freehold::platform
