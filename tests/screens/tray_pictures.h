// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"

#include <QDir>

namespace freehold::screens {

/// The tray's four shapes in the sizes that panels have, and its menu, as tray-shapes-… and tray-menu-….
[[nodiscard]] bool drawTray(desktop::Desktop &desktop, const QDir &folder);

} // namespace freehold::screens
