// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// A heading and a card of settings.
ColumnLayout {
    id: group

    required property string title
    default property alias rows: column.data
    property alias action: actionPlace.data

    spacing: Tokens.space2

    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: Tokens.controlSmall

        SectionHeading {
            Layout.fillWidth: true
            text: group.title
        }
        RowLayout {
            id: actionPlace
        }
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: column.implicitHeight

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Tokens.space4
            anchors.rightMargin: Tokens.space4
            spacing: 0
        }
    }
}
