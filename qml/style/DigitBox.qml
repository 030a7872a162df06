// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One digit of a pairing: shown, or typed.
Rectangle {
    id: box

    required property string digit
    property bool typed: false
    property bool next: false

    implicitWidth: 52
    implicitHeight: 72
    radius: Tokens.radiusTile
    color: typed ? Tokens.surface : Tokens.sunk
    border.width: next ? Tokens.strong : Tokens.hairline
    border.color: next ? Tokens.accent : typed ? Tokens.edge : Tokens.line

    Text {
        anchors.centerIn: parent
        text: box.digit
        color: Tokens.text
        font.pixelSize: Tokens.digit
        font.weight: Font.DemiBold
        font.features: {
            "tnum": 1
        }
        Accessible.ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        visible: box.next
        width: Tokens.strong
        height: 36
        color: Tokens.text
    }
}
