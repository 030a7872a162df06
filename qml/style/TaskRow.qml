// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// One thing that is to be done, or is: what it is, and the button for it.
RowLayout {
    id: row

    required property string text
    property bool done: false
    property string action: ""

    signal acted

    Layout.fillWidth: true
    spacing: Tokens.space3

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
        name: row.done ? "check" : "clock"
        size: 20
        color: row.done ? Tokens.accent : Tokens.text3
        Accessible.role: Accessible.Graphic
        Accessible.name: row.done ? qsTr("Done") : qsTr("To be done")
    }
    AppText {
        Layout.fillWidth: true
        text: row.text
        color: row.done ? Tokens.text2 : Tokens.text
    }
    AppButton {
        Layout.alignment: Qt.AlignTop
        visible: !row.done && row.action !== ""
        text: row.action
        onClicked: row.acted()
    }
}
