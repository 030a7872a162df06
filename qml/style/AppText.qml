// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Text in one of the four sizes, with that size's line.
Text {
    id: text

    property int size: Tokens.body
    property bool figures: false

    color: Tokens.text
    font.pixelSize: size
    font.features: figures ? {
        "tnum": 1
    } : {}
    font.letterSpacing: size === Tokens.heading ? -0.5 : 0
    lineHeight: Tokens.lineOf(size)
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    verticalAlignment: Text.AlignVCenter
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text.text
}
