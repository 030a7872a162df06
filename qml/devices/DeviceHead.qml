// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What it is, and whether it answers.
RowLayout {
    id: head

    required property DeviceView device

    Layout.fillWidth: true
    spacing: Tokens.space4

    IconSquare {
        Layout.alignment: Qt.AlignTop
        size: 48
        iconSize: 24
        color: head.device.isNew ? Tokens.alertTint : Tokens.accentTint
        iconName: head.device.icon
        ink: head.device.isNew ? Tokens.alert : Tokens.accentText
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Flow {
            Layout.fillWidth: true
            spacing: Tokens.space3

            AppText {
                text: head.device.shownName
                width: Math.min(implicitWidth, parent.width)
                size: Tokens.title
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Item {
                width: badge.width
                height: 24

                Badge {
                    id: badge

                    anchors.verticalCenter: parent.verticalCenter
                    kind: head.device.online ? Badge.Good : Badge.Plain
                    iconName: head.device.online ? "check" : "clock"
                    text: head.device.stateWords
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            text: head.device.sentence
            color: Tokens.text2
        }
    }
}
