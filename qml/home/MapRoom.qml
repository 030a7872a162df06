// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// A room outside the house.
Rectangle {
    id: room

    required property string title
    required property TilesModel tiles

    signal deviceAsked(string device)

    implicitHeight: column.implicitHeight + 2 * Tokens.space3
    color: Tokens.none
    radius: Tokens.radiusCard
    border.width: Tokens.hairline
    border.color: Tokens.line
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: column

        x: Tokens.space3
        y: Tokens.space3
        width: parent.width - 2 * Tokens.space3
        spacing: Tokens.space2

        RowLayout {
            spacing: Tokens.space2

            SectionHeading {
                text: room.title
            }
            AppText {
                text: room.tiles.count
                color: Tokens.text2
                figures: true
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: room.tiles.count === 0
            text: qsTr("Nothing")
            size: Tokens.small
            color: Tokens.text3
        }
        Flow {
            Layout.fillWidth: true
            visible: room.tiles.count > 0
            spacing: Tokens.space2

            Repeater {
                model: room.tiles

                MapTileItem {
                    width: Math.min(column.width, 160)
                    raised: true
                    onClicked: room.deviceAsked(tileId)
                }
            }
        }
        AppButton {
            visible: room.tiles.hidden > 0
            kind: AppButton.Quiet
            small: true
            text: qsTr("And %n more", "", room.tiles.hidden)
            onClicked: room.deviceAsked("")
        }
    }
}
