// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Desktop
import Freehold.Style

/// The devices of the group that is open, in a panel below its row.
Rectangle {
    id: panel

    required property MapModel map
    property real pointAt: -1 ///< the middle of the group's tile; below 0 for none

    signal deviceAsked(string device)

    implicitHeight: flow.implicitHeight + 2 * Tokens.space3
    color: Tokens.well
    radius: Tokens.radiusTile
    border.width: Tokens.hairline
    border.color: Tokens.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("The devices of this group")

    Rectangle {
        visible: panel.pointAt >= 0
        x: panel.pointAt - width / 2
        y: -height / 2 + 1
        z: -1
        width: 14
        height: 14
        rotation: 45
        color: Tokens.well
        border.width: Tokens.hairline
        border.color: Tokens.line
    }
    Flow {
        id: flow

        x: Tokens.space3
        y: Tokens.space3
        width: parent.width - 2 * Tokens.space3
        spacing: Tokens.space3

        Repeater {
            model: panel.map.opened

            MapTileItem {
                width: Math.min(160, flow.width)
                raised: true
                onClicked: panel.deviceAsked(tileId)
            }
        }
    }
}
