// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.History

/// Joins the History page to its view models. Imported only here, so that other pages start without it.
HistoryPage {
    id: page

    required property Desktop desktop

    history: desktop.history
    change: desktop.change
    toTime: desktop.toTime
    onCopied: text => page.desktop.frame.copy(text)
}
