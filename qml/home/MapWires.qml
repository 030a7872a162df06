// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Desktop
import Freehold.Style

/// What is at home, in rows of which each two share a wire to the gateway.
Item {
    id: wires

    required property MapModel map
    readonly property int gatewayWidth: 140
    readonly property bool wired: map.gateways.count > 0
    readonly property int columns: Math.max(1, map.columns)
    readonly property real tileWidth: Math.min(168, (width - (wired ? gatewayWidth : 0) - 12 * (columns - 1) - (wired ? 12 : 0)) / columns)
    readonly property int rowStep: 112
    readonly property int trunk: Math.round(columns * (tileWidth + 12) + 2)

    signal activated(string tileId, int count)

    function rowY(row: int): int {
        return row * rowStep;
    }
    function busOf(row: int): int {
        return rowY(row - row % 2) + 84;
    }
    function centre(column: int): real {
        return column * (tileWidth + 12) + tileWidth / 2;
    }

    implicitHeight: Math.max(1, map.rowCount) * rowStep - 56 + (map.rowCount < 2 && wired ? 44 : 0)
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft

    Repeater {
        model: wires.wired ? Math.ceil(Math.max(1, wires.map.rowCount) / 2) : 0

        Rectangle {
            required property int index
            readonly property real begin: tiles.firstOf(index)

            x: begin
            y: wires.busOf(index * 2)
            width: (index === 0 ? wires.width - wires.gatewayWidth : wires.trunk + 2) - begin
            height: 2
            color: Tokens.edge
        }
    }
    Rectangle {
        visible: wires.wired && wires.map.rowCount > 2
        x: wires.trunk
        y: wires.busOf(0)
        width: 2
        height: wires.busOf(wires.map.rowCount - 1) - y + 2
        color: Tokens.edge
    }
    Repeater {
        id: tiles

        function firstOf(pair: int): real {
            let first = wires.trunk;
            for (let index = 0; index < count; ++index) {
                const item = itemAt(index) as Item;
                if (item && Math.floor((item as MapPlace).row / 2) === pair)
                    first = Math.min(first, wires.centre((item as MapPlace).column));
            }
            return first;
        }

        model: wires.map.home

        MapPlace {
            width: wires.tileWidth
            rowStep: wires.rowStep
            wired: wires.wired
            open: wires.map.openGroup === tileId
            onClicked: wires.activated(tileId, count)
        }
    }
    Column {
        x: wires.width - wires.gatewayWidth
        y: wires.busOf(0) - 28
        spacing: Tokens.space2

        Repeater {
            model: wires.map.gateways

            MapTileItem {
                width: wires.gatewayWidth
                onClicked: wires.activated(tileId, 0)
            }
        }
    }
}
