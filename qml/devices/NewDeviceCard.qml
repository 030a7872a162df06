// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A device that nobody has placed yet, with the people as buttons.
Rectangle {
    id: card

    required property string deviceId
    required property string name
    required property string line
    required property string iconName
    required property list<string> owners
    property bool current: false

    signal ownerChosen(int owner)
    signal picked

    implicitHeight: column.implicitHeight + 2 * Tokens.space3
    color: Tokens.alertTint
    radius: Tokens.radiusCard
    border.width: current ? Tokens.strong : Tokens.hairline
    border.color: Tokens.alertEdge
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    MouseArea {
        anchors.fill: parent
        onClicked: card.picked()
    }
    ColumnLayout {
        id: column

        x: Tokens.space3
        y: Tokens.space3
        width: parent.width - 2 * Tokens.space3
        spacing: Tokens.space2

        RowLayout {
            spacing: Tokens.space3

            IconSquare {
                color: Tokens.surface
                iconName: card.iconName
                ink: Tokens.alert
            }
            Column {
                Layout.fillWidth: true

                AppText {
                    width: parent.width
                    text: card.name
                    font.weight: Font.DemiBold
                }
                AppText {
                    width: parent.width
                    text: card.line
                    size: Tokens.small
                    color: Tokens.text2
                }
            }
            IconButton {
                iconName: "chevron-right"
                text: qsTr("Show %1").arg(card.name)
                onClicked: card.picked()
            }
        }
        AppText {
            text: qsTr("Whose is this?")
            font.weight: Font.Medium
        }
        Flow {
            Layout.fillWidth: true
            spacing: Tokens.space2

            Repeater {
                model: card.owners

                AppButton {
                    id: person

                    required property string modelData
                    required property int index

                    small: true
                    text: modelData
                    Accessible.description: qsTr("%1 belongs to %2").arg(card.name).arg(modelData)
                    onClicked: card.ownerChosen(index)
                }
            }
        }
    }
}
