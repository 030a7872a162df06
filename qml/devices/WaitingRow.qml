// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A machine that shows six digits and wants to join.
PressableBase {
    id: row

    required property string request
    required property string name
    property bool chosen: false

    text: name
    implicitHeight: 52
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Tokens.radiusTile
        color: row.chosen ? Tokens.accentTint : row.hovered ? Tokens.sunk : Tokens.none

        FocusRing {
            shown: row.visualFocus
            around: Tokens.radiusTile
        }
    }
    contentItem: RowLayout {
        spacing: Tokens.space3

        ChoiceDot {
            Layout.leftMargin: Tokens.space3
            chosen: row.chosen
        }
        IconSquare {
            iconName: "member"
            color: row.chosen ? Tokens.surface : Tokens.sunk
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
                text: qsTr("Runs Freehold, shows six digits")
                size: Tokens.small
                color: Tokens.text3
                Accessible.ignored: true
            }
        }
    }
}
