// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The dot of one of many.
Rectangle {
    id: dot

    required property bool chosen

    implicitWidth: 20
    implicitHeight: 20
    radius: 10
    color: Tokens.surface
    border.width: chosen ? Tokens.strong : Tokens.hairline
    border.color: chosen ? Tokens.accent : Tokens.edge

    Rectangle {
        anchors.centerIn: parent
        visible: dot.chosen
        width: 10
        height: 10
        radius: 5
        color: Tokens.accent
    }
}
