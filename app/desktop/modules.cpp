// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/window.h"

#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Freehold_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Freehold_StylePlugin)
Q_IMPORT_QML_PLUGIN(Freehold_FramePlugin)
Q_IMPORT_QML_PLUGIN(Freehold_HomePlugin)
Q_IMPORT_QML_PLUGIN(Freehold_DevicesPlugin)
Q_IMPORT_QML_PLUGIN(Freehold_HistoryPlugin)
Q_IMPORT_QML_PLUGIN(Freehold_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Freehold_FirstRunPlugin)

namespace freehold::desktop {

/// Calling it links this file, and with it the plugins.
void registerModules() { }

} // namespace freehold::desktop
