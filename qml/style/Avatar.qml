// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The first letter of a person's name.
Rectangle {
    id: avatar

    required property string name

    implicitWidth: 32
    implicitHeight: 32
    radius: width / 2
    color: Tokens.accentTint
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        text: avatar.name.slice(0, 1).toUpperCase()
        color: Tokens.accentText
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
