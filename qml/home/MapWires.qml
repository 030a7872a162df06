// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Desktop
import Freehold.Style

/// What is at home, in rows of which each two share a wire to the gateway. The panel of an open group pushes
/// what is below its row down.
Item {
    id: wires

    required property MapModel map
    readonly property int gatewayWidth: 140
    readonly property bool wired: map.gateways.count > 0
    readonly property int columns: Math.max(1, map.columns)
    readonly property real tileWidth: Math.min(168, (width - (wired ? gatewayWidth : 0) - 12 * (columns - 1) - (wired ? 12 : 0)) / columns)
    readonly property int tileHeight: 56
    readonly property int rowStep: wired ? tileHeight + 56 : tileHeight + Tokens.space3
    readonly property int rows: Math.max(1, map.rowCount)
    readonly property int trunk: Math.round(columns * (tileWidth + 12) + 2)
    readonly property int panelSpace: map.openRow < 0 ? 0 : panel.implicitHeight + Tokens.space3
    readonly property bool mirrored: LayoutMirroring.enabled

    signal activated(string tileId, int count)

    function rowY(row: int): int {
        return row * rowStep + (map.openRow >= 0 && row > map.openRow ? panelSpace : 0);
    }
    function busOf(row: int): int {
        const upper = row - row % 2;
        return rowY(upper) + tileHeight + 28 + (map.openRow === upper ? panelSpace : 0);
    }
    function centre(column: int): real {
        return column * (tileWidth + 12) + tileWidth / 2;
    }
    /// From the left as the map is drawn, for what begins at `begin` as it is read.
    function placed(begin: real, length: real): real {
        return mirrored ? width - begin - length : begin;
    }

    implicitHeight: Math.max(rowY(rows - 1) + tileHeight + (map.openRow === rows - 1 ? panelSpace : 0), wired ? busOf(0) - 28 + gateways.implicitHeight : 0)

    Repeater {
        model: wires.wired ? Math.ceil(wires.rows / 2) : 0

        Rectangle {
            required property int index
            readonly property real begin: tiles.firstOf(index)

            x: wires.placed(begin, width)
            y: wires.busOf(index * 2)
            width: (index === 0 ? wires.width - wires.gatewayWidth : wires.trunk + 2) - begin
            height: 2
            color: Tokens.edge
        }
    }
    Rectangle {
        visible: wires.wired && wires.map.rowCount > 2
        x: wires.placed(wires.trunk, width)
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
            x: wires.placed(column * (wires.tileWidth + 12), width)
            y: wires.rowY(row)
            width: wires.tileWidth
            wired: wires.wired
            wire: row % 2 === 0 ? wires.busOf(row) - y - height : y - wires.busOf(row)
            open: wires.map.openGroup === tileId
            onClicked: wires.activated(tileId, count)
        }
    }
    OpenedGroup {
        id: panel

        visible: wires.map.openRow >= 0
        y: wires.rowY(wires.map.openRow) + wires.tileHeight + Tokens.space3
        width: wires.map.rowCount > 2 && wires.wired ? wires.trunk - Tokens.space3 : wires.width
        x: wires.placed(0, width)
        pointAt: wires.placed(wires.map.openColumn * (wires.tileWidth + 12), wires.tileWidth) - x + wires.tileWidth / 2
        map: wires.map
        onDeviceAsked: device => wires.activated(device, 0)
    }
    Column {
        id: gateways

        x: wires.placed(wires.width - wires.gatewayWidth, width)
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
