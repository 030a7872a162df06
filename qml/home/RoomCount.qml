// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Freehold.Style

/// One room by its number.
T.Button {
    id: room

    required property string title
    required property int count
    property string fact: ""
    property bool open: false
    property bool last: false

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    focusPolicy: Qt.StrongFocus
    text: title
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1: %2").arg(title).arg(count)
    Accessible.description: fact
    Keys.onReturnPressed: click()

    background: Rectangle {
        radius: Tokens.radiusCard
        color: room.open ? Tokens.accentTint : Tokens.none

        Rectangle {
            visible: !room.last
            anchors.right: parent.right
            width: Tokens.hairline
            height: parent.height
            color: Tokens.line
        }
        FocusRing {
            shown: room.visualFocus
            around: Tokens.radiusCard
        }
    }
    contentItem: Item {
        Column {
            anchors.verticalCenter: parent.verticalCenter
            x: room.mirrored ? Tokens.space1 : Tokens.space4
            width: parent.width - Tokens.space4 - Tokens.space1

            AppText {
                width: parent.width
                text: room.title
                size: Tokens.small
                color: Tokens.text2
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: room.count
                size: Tokens.title
                font.weight: Font.DemiBold
                figures: true
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: room.fact
                size: Tokens.small
                color: Tokens.text2
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
