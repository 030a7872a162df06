// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A machine of a house nearby, which this one may ask.
PressableBase {
    id: row

    required property string device
    required property string name
    required property string line

    text: name
    implicitHeight: 52
    Accessible.description: line

    background: Rectangle {
        radius: Tokens.radiusTile
        color: row.down ? Tokens.pressedGround : row.hovered ? Tokens.sunk : Tokens.surface
        border.width: Tokens.hairline
        border.color: Tokens.edge

        FocusRing {
            shown: row.visualFocus
            around: Tokens.radiusTile
        }
    }
    contentItem: RowLayout {
        spacing: Tokens.space3

        IconSquare {
            Layout.leftMargin: Tokens.space3
            iconName: "member"
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: row.name
                font.weight: Font.Medium
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: row.line
                size: Tokens.small
                color: Tokens.text3
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        AppText {
            Layout.rightMargin: Tokens.space4
            text: qsTr("Ask to join")
            color: Tokens.accentText
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
