// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Freehold.Style

/// A device, or a group of them, on the map.
T.Button {
    id: tile

    required property string tileId
    required property string name
    required property string line
    required property string iconName
    required property int count
    required property bool isNew
    required property bool faint
    property bool open: false
    property bool raised: false
    readonly property color ink: isNew ? Tokens.alert : faint ? Tokens.text3 : Tokens.text2

    implicitWidth: 160
    implicitHeight: 56
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: name
    Accessible.role: Accessible.Button
    Accessible.name: count > 0 ? qsTr("%1, %n device(s)", "", count).arg(name) : name
    Accessible.description: line
    Keys.onReturnPressed: click()

    background: Rectangle {
        radius: Tokens.radiusTile
        color: tile.isNew ? Tokens.alertTint : tile.open ? Tokens.accentTint : tile.faint ? Tokens.none : tile.hovered ? Tokens.sunk : tile.raised ? Tokens.surface : Tokens.tile
        border.width: tile.open ? Tokens.strong : Tokens.hairline
        border.color: tile.isNew ? Tokens.alertEdge : tile.open ? Tokens.accent : tile.hovered ? Tokens.edge : Tokens.line

        FocusRing {
            shown: tile.visualFocus
            around: Tokens.radiusTile
        }
    }
    contentItem: Item {
        Icon {
            x: tile.mirrored ? parent.width - width - Tokens.space3 : Tokens.space3
            anchors.verticalCenter: parent.verticalCenter
            visible: tile.iconName !== ""
            name: tile.iconName
            color: tile.ink
        }
        Avatar {
            x: tile.mirrored ? parent.width - width - Tokens.space2 : Tokens.space2
            anchors.verticalCenter: parent.verticalCenter
            width: 28
            height: 28
            visible: tile.iconName === ""
            name: tile.name
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            x: tile.mirrored ? (tile.count > 0 ? 32 : Tokens.space2) : 42
            width: parent.width - 42 - (tile.count > 0 ? 32 : Tokens.space2)

            AppText {
                id: nameText

                width: parent.width
                text: tile.count > 0 ? qsTr("%1 %2", "a group and how many are in it").arg(tile.name).arg(tile.count) : tile.name
                color: tile.faint ? Tokens.text3 : Tokens.text
                font.weight: Font.Medium
                maximumLineCount: lineText.visible ? 1 : 2
                elide: Text.ElideRight
                wrapMode: Text.Wrap
                lineHeight: 18
                Accessible.ignored: true
            }
            AppText {
                id: lineText

                // A long name takes both lines.
                visible: tile.line !== "" && metrics.advanceWidth <= parent.width
                width: parent.width
                text: tile.line
                size: Tokens.small
                color: tile.isNew ? Tokens.alert : tile.faint ? Tokens.text3 : Tokens.text2
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Icon {
            x: tile.mirrored ? Tokens.space3 : parent.width - width - Tokens.space3
            anchors.verticalCenter: parent.verticalCenter
            visible: tile.count > 0
            name: tile.open ? "chevron-up" : "chevron-down"
            size: 16
        }
        TextMetrics {
            id: metrics

            font: nameText.font
            text: nameText.text
        }
    }
}
