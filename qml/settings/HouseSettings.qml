// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings

    title: qsTr("The house")

    SettingRow {
        name: qsTr("Name")
        meaning: group.settings.owner ? "" : qsTr("Only an owner can change this")

        AppField {
            name: qsTr("Name of the house")
            value: group.settings.house
            enabled: group.settings.owner
            onSettled: text => group.settings.renameHouse(text)
        }
    }
    SettingRow {
        name: qsTr("Time zone")
        meaning: qsTr("The house follows this clock everywhere")
        last: true

        ChoiceBox {
            implicitWidth: 190
            name: qsTr("Time zone")
            model: group.settings.timezones
            currentIndex: group.settings.timezone
            enabled: group.settings.owner
            onActivated: index => group.settings.setTimezone(index)
        }
    }
}
