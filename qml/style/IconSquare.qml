// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Rectangle {
    id: square

    required property string iconName
    property int size: 36
    property int iconSize: 20
    property color ink: Tokens.text2

    implicitWidth: size
    implicitHeight: size
    radius: size > 40 ? Tokens.radiusTile : Tokens.radius
    color: Tokens.sunk

    Icon {
        anchors.centerIn: parent
        name: square.iconName
        size: square.iconSize
        color: square.ink
    }
}
