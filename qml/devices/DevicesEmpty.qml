// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Before anything but this machine is found.
ColumnLayout {
    spacing: Tokens.space2

    HouseDrawing {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Tokens.space6
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Only this machine so far")
        size: Tokens.title
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Phones, printers and televisions appear here by themselves as soon as they answer on your network. There is nothing to do but switch one on.")
        color: Tokens.text2
        horizontalAlignment: Text.AlignHCenter
    }
    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Tokens.space4
        spacing: Tokens.space2

        Icon {
            name: "search"
            size: 16
        }
        AppText {
            text: qsTr("Looking. Nothing else has answered yet.")
            color: Tokens.text2
        }
    }
}
