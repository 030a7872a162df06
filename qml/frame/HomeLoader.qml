// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Home

/// Joins the Home page to its view models. Imported only here, so that other pages start without it.
HomePage {
    id: page

    required property Desktop desktop

    home: desktop.home
    trials: desktop.trials
    map: desktop.map
    onDeviceAsked: device => page.desktop.showDevice(device)
    onAddMachineAsked: page.desktop.showAddMachine()
    onHistoryAsked: page.desktop.frame.page = FrameView.History
}
