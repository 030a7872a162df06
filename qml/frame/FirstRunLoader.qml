// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.FirstRun

/// Joins the FirstRun page to its view models. Imported only here, so that other pages start without it.
FirstRunPage {
    id: page

    required property Desktop desktop

    firstRun: desktop.firstRun
    settings: desktop.settings
    join: desktop.join
    restore: desktop.restoreBackup
}
