// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// A tile at its place, with its wire.
MapTileItem {
    id: tile

    required property int row
    required property int column
    required property int rowStep
    required property bool wired

    x: column * (width + 12)
    y: row * rowStep

    Rectangle {
        visible: tile.wired
        x: Math.round(tile.width / 2) - 1
        y: tile.row % 2 === 0 ? tile.height : -28
        width: 2
        height: 28
        color: Tokens.edge
    }
}
