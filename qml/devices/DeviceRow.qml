// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// One device in the list.
Item {
    id: row

    required property string deviceId
    required property string name
    required property string line
    required property string iconName
    required property bool faint
    property bool current: false
    property bool ringed: false
    property int room: 0 ///< left free at the end, for the scroll bar

    signal picked

    height: 52
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: line
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: row.picked()

    Rectangle {
        anchors.fill: parent
        anchors.rightMargin: row.room
        radius: Tokens.radiusTile
        color: row.current ? Tokens.accentTint : area.containsMouse ? Tokens.sunk : Tokens.none
        border.width: row.ringed ? Tokens.strong : 0
        border.color: Tokens.accent
    }
    IconSquare {
        id: square

        anchors.left: parent.left
        anchors.leftMargin: Tokens.space3
        anchors.verticalCenter: parent.verticalCenter
        color: row.current ? Tokens.surface : Tokens.sunk
        iconName: row.iconName
        ink: row.faint ? Tokens.text3 : Tokens.text2
    }
    Column {
        anchors.left: square.right
        anchors.right: parent.right
        anchors.leftMargin: Tokens.space3
        anchors.rightMargin: Tokens.space3 + row.room
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            text: row.name
            color: row.faint ? Tokens.text2 : Tokens.text
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
    MouseArea {
        id: area

        anchors.fill: parent
        hoverEnabled: true
        onClicked: row.picked()
    }
}
