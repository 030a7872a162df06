// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// A button. It names its result. Where it can't be pressed, the reason stands beside it.
PressableBase {
    id: button

    enum Kind {
        Second,
        Primary,
        Quiet,
        Alert
    }

    property int kind: AppButton.Second
    property bool small: false
    property string iconName: ""

    readonly property bool filled: kind === AppButton.Primary
    readonly property color ink: {
        if (!enabled)
            return Tokens.text3;
        switch (kind) {
        case AppButton.Primary:
            return Tokens.accentInk;
        case AppButton.Quiet:
            return Tokens.accentText;
        case AppButton.Alert:
            return Tokens.alert;
        default:
            return Tokens.text;
        }
    }
    readonly property color ground: {
        if (!enabled)
            return kind === AppButton.Quiet ? Tokens.none : Tokens.sunk;
        switch (kind) {
        case AppButton.Primary:
            return down ? Tokens.accentPressed : hovered ? Tokens.accentHover : Tokens.accent;
        case AppButton.Quiet:
            return down ? Tokens.pressedGround : hovered ? Tokens.accentTint : Tokens.none;
        case AppButton.Alert:
            return down || hovered ? Tokens.alertTint : Tokens.surface;
        default:
            return down ? Tokens.pressedGround : hovered ? Tokens.sunk : Tokens.surface;
        }
    }

    implicitHeight: Math.max(small ? Tokens.controlSmall : Tokens.control, label.implicitHeight + Tokens.space4)
    implicitWidth: Math.ceil(words.implicitWidth) + (iconName !== "" ? (small ? 24 : 28) : 0) + 2 * (small ? Tokens.space3 : Tokens.space4) + 2

    background: Rectangle {
        color: button.ground
        radius: button.small ? Tokens.radiusSmall : Tokens.radius
        border.width: button.filled || button.kind === AppButton.Quiet ? 0 : Tokens.hairline
        border.color: !button.enabled ? Tokens.line : button.kind === AppButton.Alert ? Tokens.alertEdge : Tokens.edge

        Behavior on color {
            ColorAnimation {
                duration: Tokens.quick
            }
        }

        FocusRing {
            shown: button.visualFocus
            around: button.small ? Tokens.radiusSmall : Tokens.radius
        }
    }
    contentItem: Item {
        Row {
            id: label

            anchors.centerIn: parent
            spacing: Tokens.space2

            Icon {
                visible: button.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                size: button.small ? 16 : 20
                color: button.ink
            }
            AppText {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, button.width > 0 ? button.width - 2 * Tokens.space3 - (button.iconName !== "" ? (button.small ? 24 : 28) : 0) : implicitWidth)
                text: button.text
                size: button.small ? Tokens.small : Tokens.body
                color: button.ink
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
