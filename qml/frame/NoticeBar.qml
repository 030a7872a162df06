// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// What could not be done and what to do about it, or what was done out of sight. Stays until it is read.
Rectangle {
    id: bar

    required property string text
    property bool failure: true

    signal dismissed

    visible: text !== ""
    implicitHeight: row.implicitHeight + 2 * Tokens.space3
    color: failure ? Tokens.alertTint : Tokens.surface
    radius: Tokens.radiusCard
    border.width: Tokens.hairline
    border.color: failure ? Tokens.alertEdge : Tokens.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Tokens.space3
        spacing: Tokens.space3

        Icon {
            name: bar.failure ? "alert" : "undo"
            color: bar.failure ? Tokens.alert : Tokens.text2
        }
        AppText {
            Layout.fillWidth: true
            text: bar.text
        }
        IconButton {
            iconName: "cross"
            text: qsTr("Dismiss")
            onClicked: bar.dismissed()
        }
    }
}
