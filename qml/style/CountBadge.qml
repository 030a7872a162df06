// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// How many things need a person.
Rectangle {
    id: badge

    required property int count

    visible: count > 0
    implicitWidth: Math.max(20, number.implicitWidth + 10)
    implicitHeight: 20
    radius: 10
    color: Tokens.alert
    Accessible.ignored: true

    AppText {
        id: number

        anchors.centerIn: parent
        text: badge.count
        size: Tokens.small
        color: Tokens.dark ? Tokens.alertTint : Tokens.accentInk
        font.weight: Font.DemiBold
        figures: true
        Accessible.ignored: true
    }
}
