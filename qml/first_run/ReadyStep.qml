// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Step 4: what there is now, and how it starts.
FirstStep {
    id: step

    required property SettingsView settings

    question: qsTr("%1 is ready").arg(step.firstRun.house)
    why: step.firstRun.found > 0 ? qsTr("%n device(s) have answered on your network so far. You can name them now, or whenever you like; whatever you do can be undone.", "", step.firstRun.found) : qsTr("No other device has answered on your network yet. They appear by themselves; whatever you do can be undone.")
    next: qsTr("Show me my house")

    Card {
        Layout.fillWidth: true
        implicitHeight: row.implicitHeight

        SettingRow {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Tokens.space4
            anchors.rightMargin: Tokens.space4
            name: qsTr("Start at login")
            meaning: qsTr("Freehold waits in the tray, and tells you when a new device joins")
            last: true

            AppSwitch {
                text: qsTr("Start at login")
                on: step.settings.startsAtLogin
                onAsked: on => step.settings.setStartsAtLogin(on)
            }
        }
    }
}
