// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A button that shows only an icon; `text` is what it says to who can't see it.
T.Button {
    id: button

    required property string iconName
    property int iconSize: 16

    implicitWidth: Tokens.controlSmall
    implicitHeight: Tokens.controlSmall
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

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
