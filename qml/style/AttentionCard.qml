// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// What needs a person: fact and question, what counts meanwhile, the remedy last.
Rectangle {
    id: card

    required property string title
    property string meaning: ""
    property string remedy: ""
    property string iconName: "alert"
    property bool narrow: false
    property bool calm: false

    signal asked

    color: calm ? Tokens.surface : Tokens.alertTint
    radius: Tokens.radiusCard
    border.width: Tokens.hairline
    border.color: calm ? Tokens.line : Tokens.alertEdge
    implicitHeight: Math.max(72, grid.implicitHeight + 2 * Tokens.space4)
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Tokens.space4
        anchors.rightMargin: Tokens.space5
        columns: card.narrow ? 2 : 3
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space2

        IconSquare {
            Layout.alignment: Qt.AlignTop
            size: 40
            color: card.calm ? Tokens.sunk : Tokens.surface
            iconName: card.iconName
            ink: card.calm ? Tokens.text2 : Tokens.alert
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            AppText {
                width: parent.width
                text: card.title
                font.weight: Font.DemiBold
            }
            AppText {
                visible: card.meaning !== ""
                width: parent.width
                text: card.meaning
                color: Tokens.text2
            }
        }
        AppButton {
            visible: card.remedy !== ""
            Layout.column: card.narrow ? 1 : 2
            Layout.row: card.narrow ? 1 : 0
            Layout.maximumWidth: card.narrow ? card.width - 88 : card.width / 2
            text: card.remedy
            kind: card.calm ? AppButton.Second : AppButton.Primary
            onClicked: card.asked()
        }
    }
}
