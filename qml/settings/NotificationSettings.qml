// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property Preferences preferences

    title: qsTr("Notifications")

    SettingRow {
        name: qsTr("What needs me")
        meaning: qsTr("New devices, and changes that went back by themselves")

        AppSwitch {
            text: qsTr("What needs me")
            on: group.preferences.tellsNeeds
            onAsked: on => group.preferences.tellsNeeds = on
        }
    }
    SettingRow {
        name: qsTr("What others change")
        meaning: qsTr("From any other machine of the house")
        last: true

        AppSwitch {
            text: qsTr("What others change")
            on: group.preferences.tellsOthers
            onAsked: on => group.preferences.tellsOthers = on
        }
    }
}
