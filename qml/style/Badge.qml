// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// An icon and words: a state, never by colour alone.
Rectangle {
    id: badge

    enum Kind {
        Plain,
        Good,
        Alert
    }

    property int kind: Badge.Plain
    property string iconName: ""
    required property string text
    readonly property color ink: kind === Badge.Good ? Tokens.accentText : kind === Badge.Alert ? Tokens.alert : Tokens.text2

    implicitWidth: Math.ceil(words.implicitWidth) + (iconName !== "" ? 18 : 0) + 2 * Tokens.space2
    implicitHeight: 20
    radius: 10
    color: kind === Badge.Good ? Tokens.accentTint : kind === Badge.Alert ? Tokens.alertTint : Tokens.sunk
    border.width: kind === Badge.Alert ? Tokens.hairline : 0
    border.color: Tokens.alertEdge
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: content

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Tokens.space2
        spacing: Tokens.space1

        Icon {
            visible: badge.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: badge.iconName
            size: 14
            color: badge.ink
        }
        AppText {
            id: words

            width: Math.min(implicitWidth, badge.width > 0 ? badge.width - 2 * Tokens.space2 - (badge.iconName !== "" ? 18 : 0) : implicitWidth)
            text: badge.text
            size: Tokens.small
            color: badge.ink
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
