// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// One change: when, by whom or what, in a sentence, and what became of it.
Item {
    id: row

    required property string changeId
    required property string at
    required property string summary
    required property string who
    required property string iconName
    required property string badgeText
    required property string badgeIcon
    required property int badgeKind
    required property bool struck
    required property bool goes
    property int inset: Tokens.space3
    property bool narrow: false
    property bool marksGoing: false ///< what going back would take is said beside the list
    property bool current: false
    property bool ringed: false

    signal picked

    height: Math.max(60, words.implicitHeight + 20)
    Accessible.role: Accessible.ListItem
    Accessible.name: summary
    Accessible.description: {
        const whole = badgeText !== "" ? qsTr("%1, %2. %3").arg(at).arg(who).arg(badgeText) : qsTr("%1, %2").arg(at).arg(who);
        return mark.visible ? qsTr("%1. This would go.").arg(whole) : whole;
    }
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: row.picked()

    Rectangle {
        anchors.fill: parent
        radius: Tokens.radiusTile
        color: row.current ? Tokens.accentTint : area.containsMouse ? Tokens.sunk : Tokens.none
        border.width: row.ringed ? Tokens.strong : 0
        border.color: Tokens.accent
    }
    AppText {
        id: time

        anchors.left: parent.left
        anchors.leftMargin: row.inset
        y: 14
        width: 44
        text: row.at
        size: Tokens.small
        lineHeight: 20
        color: Tokens.text2
        figures: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        id: circle

        anchors.left: time.right
        anchors.leftMargin: Tokens.space1
        y: 10
        width: 32
        height: 32
        radius: 16
        color: Tokens.surface
        border.width: Tokens.hairline
        border.color: row.current ? Tokens.accent : Tokens.line

        Icon {
            anchors.centerIn: parent
            name: row.iconName
            size: 18
            color: row.current ? Tokens.accentText : Tokens.text2
        }
    }
    Rectangle {
        anchors.horizontalCenter: circle.horizontalCenter
        y: 44
        width: Tokens.hairline
        height: row.height - 36
        color: Tokens.line
    }
    Column {
        id: words

        anchors.left: circle.right
        anchors.leftMargin: Tokens.space3
        anchors.right: row.narrow ? parent.right : badge.visible ? badge.left : mark.visible ? mark.left : parent.right
        anchors.rightMargin: Tokens.space3
        y: 10

        AppText {
            width: parent.width
            text: row.summary
            color: row.struck ? Tokens.text2 : Tokens.text
            font.strikeout: row.struck
            font.weight: row.current ? Font.Medium : Font.Normal
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: row.who
            size: Tokens.small
            color: Tokens.text3
            lineHeight: 20
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Item {
            visible: row.narrow && row.badgeText !== ""
            width: 1
            height: visible ? badge.height + 2 : 0
        }
    }
    Badge {
        id: badge

        visible: row.badgeText !== ""
        anchors.right: row.narrow ? undefined : parent.right
        anchors.rightMargin: row.inset
        anchors.left: row.narrow ? words.left : undefined
        y: row.narrow ? words.y + words.implicitHeight - height : 16
        width: Math.min(implicitWidth, row.width * 0.6)
        kind: row.badgeKind
        iconName: row.badgeIcon
        text: row.badgeText
        Accessible.ignored: true
    }
    Row {
        id: mark

        visible: row.goes && row.marksGoing
        anchors.right: parent.right
        anchors.rightMargin: row.inset
        y: badge.visible ? 38 : 20
        spacing: Tokens.space1

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "undo"
            size: 14
        }
        AppText {
            text: qsTr("would go")
            size: Tokens.small
            lineHeight: 20
            color: Tokens.text2
            Accessible.ignored: true
        }
    }
    MouseArea {
        id: area

        anchors.fill: parent
        hoverEnabled: true
        onClicked: row.picked()
    }
}
