// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Settings

/// Joins the Settings page to its view models. Imported only here, so that other pages start without it.
SettingsPage {
    id: page

    required property Desktop desktop

    settings: desktop.settings
    preferences: desktop.preferences
    backup: desktop.backup
    onQuitAsked: page.desktop.frame.quit()
}
