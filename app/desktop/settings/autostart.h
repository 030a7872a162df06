// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

/// Starting in the tray at login, by the desktop's own means: an XDG autostart entry of this user.
namespace freehold::desktop::autostart {

[[nodiscard]] bool isOn();
[[nodiscard]] Result<void> set(bool on);

} // namespace freehold::desktop::autostart
