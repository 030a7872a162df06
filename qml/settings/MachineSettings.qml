// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings

    signal quitAsked

    title: qsTr("This machine")

    SettingRow {
        name: qsTr("Name")
        meaning: qsTr("What the others see")

        AppField {
            name: qsTr("Name of this machine")
            value: group.settings.machine
            enabled: group.settings.machineKnown
            onSettled: text => group.settings.renameMachine(text)
        }
    }
    SettingRow {
        name: qsTr("Start at login")
        meaning: qsTr("Freehold waits in the tray")

        AppSwitch {
            text: qsTr("Start at login")
            on: group.settings.startsAtLogin
            onAsked: on => group.settings.setStartsAtLogin(on)
        }
    }
    SettingRow {
        name: qsTr("Quit Freehold on this screen")
        meaning: qsTr("Your house goes on")
        last: true

        AppButton {
            text: qsTr("Quit")
            onClicked: group.quitAsked()
        }
    }
}
