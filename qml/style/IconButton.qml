// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A button that shows only an icon; `text` is what it says to who can't see it.
PressableBase {
    id: button

    required property string iconName
    property int iconSize: 16

    implicitWidth: Tokens.controlSmall
    implicitHeight: Tokens.controlSmall

    background: Rectangle {
        radius: Tokens.radiusSmall
        color: button.down ? Tokens.pressedGround : button.hovered ? Tokens.sunk : Tokens.none

        FocusRing {
            shown: button.visualFocus
            around: Tokens.radiusSmall
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: button.iconSize
        }
    }
}
