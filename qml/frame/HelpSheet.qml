// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// F1: what this is, and the keys that work everywhere.
Sheet {
    id: sheet

    readonly property var keys: [
        {
            keys: qsTr("Ctrl+1 to Ctrl+4"),
            what: qsTr("Go to Home, Devices, History or Settings")
        },
        {
            keys: qsTr("Ctrl+F"),
            what: qsTr("Find a device, or a change in History")
        },
        {
            keys: qsTr("Ctrl+Z"),
            what: qsTr("Take the last change back")
        },
        {
            keys: qsTr("Ctrl+Q"),
            what: qsTr("Quit Freehold on this screen; your house goes on")
        },
        {
            keys: qsTr("Tab, Enter, Space"),
            what: qsTr("Move to the next control, and press it")
        }
    ]

    title: qsTr("Help")

    AppText {
        Layout.fillWidth: true
        text: qsTr("Your house is kept on your own machines and nowhere else. Whatever you change here stands in History and can be taken back, so there is nothing to be afraid of.")
        color: Tokens.text2
    }
    Repeater {
        model: sheet.keys

        RowLayout {
            id: row

            required property var modelData

            Layout.fillWidth: true
            spacing: Tokens.space4

            AppText {
                Layout.preferredWidth: 140
                text: row.modelData.keys
                font.weight: Font.Medium
            }
            AppText {
                Layout.fillWidth: true
                text: row.modelData.what
                color: Tokens.text2
            }
        }
    }
    buttons: AppButton {
        text: qsTr("Close")
        onClicked: sheet.close()
    }
}
