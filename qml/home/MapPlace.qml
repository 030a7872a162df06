// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// A tile at its place, with its wire.
MapTileItem {
    id: tile

    required property int row
    required property int column
    required property bool wired
    required property int wire ///< how long: up to it for the lower row of a pair, down to it for the upper

    Rectangle {
        visible: tile.wired
        x: Math.round(tile.width / 2) - 1
        y: tile.row % 2 === 0 ? tile.height : -height
        z: -1
        width: 2
        height: tile.wire
        color: Tokens.edge
    }
}
