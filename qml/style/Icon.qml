// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One of the project's line drawings, in the colour of its role. Says nothing by itself.
Image {
    id: icon

    required property string name
    property int size: 20
    property color color: Tokens.text2

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(-6)
    mirror: LayoutMirroring.enabled && (name.startsWith("chevron-") || name === "arrow-right" || name === "undo" || name === "redo")
    Accessible.ignored: true
}
