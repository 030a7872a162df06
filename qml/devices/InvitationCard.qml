// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// A text, also as a picture to scan, by which one machine joins.
ColumnLayout {
    id: card

    required property AddMachineView addMachine
    readonly property bool made: addMachine.invitation !== ""

    signal copied(string text)

    spacing: Tokens.space3

    AppText {
        Layout.fillWidth: true
        visible: !card.made
        text: qsTr("It joins by a text that works once, for one day. Nobody has to compare digits, so give it to nobody else.")
        color: Tokens.text2
    }
    AppButton {
        visible: !card.made
        text: qsTr("Make an invitation")
        enabled: !card.addMachine.busy
        onClicked: card.addMachine.invite()
    }
    RowLayout {
        Layout.fillWidth: true
        visible: card.made
        spacing: Tokens.space4

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 138
            implicitHeight: 138
            radius: Tokens.radius
            color: Tokens.paper
            border.width: Tokens.hairline
            border.color: Tokens.line

            QrItem {
                anchors.centerIn: parent
                width: 130
                height: 130
                text: card.addMachine.invitation
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The invitation as a picture to scan")
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space2

            AppText {
                Layout.fillWidth: true
                text: qsTr("Scan it, or paste it on that machine:")
                size: Tokens.small
                color: Tokens.text2
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: words.implicitHeight + 2 * Tokens.space2
                radius: Tokens.radius
                color: Tokens.sunk

                AppText {
                    id: words

                    x: Tokens.space3
                    y: Tokens.space2
                    width: parent.width - 2 * Tokens.space3
                    text: card.addMachine.invitation
                    size: Tokens.small
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
            }
            AppButton {
                small: true
                iconName: "copy"
                text: qsTr("Copy")
                onClicked: card.copied(card.addMachine.invitation)
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: card.made
        spacing: Tokens.space2

        Icon {
            name: "clock"
            size: 16
            color: Tokens.text2
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Works once, until %1, for what is chosen below.").arg(card.addMachine.invitationEnds)
            size: Tokens.small
            color: Tokens.text2
        }
    }
}
