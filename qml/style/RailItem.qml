// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One page in the rail: label beside the icon, or below it in the narrow rail and the bottom bar.
PressableBase {
    id: item

    required property string iconName
    property bool current: false
    property int count: 0
    property bool stacked: false

    implicitHeight: stacked ? 56 : 40
    implicitWidth: stacked ? 72 : 180
    Accessible.role: Accessible.PageTab
    Accessible.description: count > 0 ? qsTr("%n thing(s) need you", "", count) : ""
    Accessible.selectable: true
    Accessible.selected: current

    background: Rectangle {
        radius: Tokens.radius
        color: item.current && !item.stacked ? Tokens.accentTint : item.hovered && !item.current ? Tokens.line : Tokens.none

        Rectangle {
            visible: item.current && !item.stacked
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: 3
            height: 20
            radius: 2
            color: Tokens.accent
        }
        FocusRing {
            shown: item.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            visible: item.stacked && item.current
            anchors.centerIn: icon
            width: 44
            height: 28
            radius: 14
            color: Tokens.accentTint
        }
        Icon {
            id: icon

            x: item.stacked ? (parent.width - width) / 2 : item.mirrored ? parent.width - width - Tokens.space3 : Tokens.space3
            y: item.stacked ? Tokens.space2 : (parent.height - height) / 2
            name: item.iconName
            color: item.current ? Tokens.accentText : Tokens.text2
        }
        AppText {
            x: item.stacked || item.mirrored ? 0 : 44
            y: item.stacked ? 34 : (parent.height - height) / 2
            width: item.stacked ? parent.width : parent.width - 44
            text: item.text
            size: item.stacked ? Tokens.small : Tokens.body
            color: item.current ? Tokens.accentText : Tokens.text2
            font.weight: item.current ? Font.DemiBold : Font.Medium
            horizontalAlignment: item.stacked ? Text.AlignHCenter : Text.AlignLeft
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        CountBadge {
            count: item.count
            x: item.stacked ? icon.x + 12 : item.mirrored ? Tokens.space3 : parent.width - width - Tokens.space3
            y: item.stacked ? 0 : (parent.height - height) / 2
        }
    }
}
