// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// One setting: its name, one line of what it means, its control at the end.
Item {
    id: row

    required property string name
    property string meaning: ""
    property bool last: false
    default property alias control: place.data

    implicitHeight: Math.max(56, line.implicitHeight + 2 * Tokens.space2)
    Layout.fillWidth: true

    RowLayout {
        id: line

        anchors.fill: parent
        spacing: Tokens.space4

        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: row.name
                font.weight: Font.Medium
            }
            AppText {
                visible: row.meaning !== ""
                width: parent.width
                text: row.meaning
                size: Tokens.small
                color: Tokens.text3
            }
        }
        RowLayout {
            id: place

            Layout.alignment: Qt.AlignVCenter
        }
    }
    Hairline {
        visible: !row.last
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
