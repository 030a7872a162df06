// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Says that all below it is another machine's, for as long as that is so, and leads back.
Rectangle {
    id: bar

    required property string name

    signal backAsked

    visible: name !== ""
    implicitHeight: row.implicitHeight + 2 * Tokens.space2
    color: Tokens.accentTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space4
        spacing: Tokens.space3

        Icon {
            name: "member"
        }
        AppText {
            id: words

            Layout.fillWidth: true
            text: qsTr("You see %1").arg(bar.name)
        }
        AppButton {
            small: true
            text: qsTr("Back to this machine")
            onClicked: bar.backAsked()
        }
    }
}
