// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The ring around what has the keyboard: 2 wide, 2 outside.
Rectangle {
    property bool shown: false
    property int around: Tokens.radius

    visible: shown
    anchors.fill: parent
    anchors.margins: -(Tokens.strong + 2)
    color: Tokens.none
    radius: around + Tokens.strong + 2
    border.color: Tokens.accent
    border.width: Tokens.strong
}
