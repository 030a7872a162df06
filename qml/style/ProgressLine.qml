// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What is left of something that ends: drains towards its start.
Rectangle {
    id: line

    required property real share
    required property string name

    implicitHeight: 4
    radius: 2
    color: Tokens.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name

    Rectangle {
        anchors.left: parent.left
        width: Math.round(parent.width * Math.max(0, Math.min(1, line.share)))
        height: parent.height
        radius: 2
        color: Tokens.accent
    }
}
