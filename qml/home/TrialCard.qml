// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A change that is being tried, with what is left of its time.
Card {
    id: card

    required property string title
    required property string timeLeft
    required property real share
    required property bool asksPerson
    property bool narrow: false

    signal kept
    signal stopped

    implicitHeight: column.implicitHeight + 2 * Tokens.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Tokens.space5
        spacing: Tokens.space1

        AppText {
            Layout.fillWidth: true
            //: %1 is a change, in a sentence
            text: qsTr("Trying: %1").arg(card.title)
            font.weight: Font.DemiBold
        }
        AppText {
            Layout.fillWidth: true
            text: card.asksPerson ? qsTr("%1 left. Then it goes back by itself, unless someone keeps it.").arg(card.timeLeft) : qsTr("%1 left. It is kept if all goes well, and goes back by itself if not.").arg(card.timeLeft)
            color: Tokens.text2
            figures: true
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space2
            spacing: Tokens.space2

            ProgressLine {
                Layout.fillWidth: true
                Layout.rightMargin: Tokens.space3
                share: card.share
                name: qsTr("%1 left").arg(card.timeLeft)
            }
            AppButton {
                small: true
                text: qsTr("Stop now")
                onClicked: card.stopped()
            }
            AppButton {
                small: true
                kind: AppButton.Primary
                text: qsTr("Keep")
                onClicked: card.kept()
            }
        }
    }
}
