// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Desktop
import Freehold.Style

/// The pages, whose house this is, and whether Freehold runs on this machine.
Rectangle {
    id: rail

    required property Desktop desktop
    property bool stacked: false
    readonly property FrameView frame: desktop.frame

    color: Tokens.rail
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Rectangle {
        anchors.right: parent.right
        width: Tokens.hairline
        height: parent.height
        color: Tokens.line
    }
    Row {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: rail.stacked ? (rail.width - 32) / 2 : Tokens.space5 + 2
        y: Tokens.space6
        spacing: Tokens.space3

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "logo"
            size: 32
            color: Tokens.accent
        }
        Column {
            visible: !rail.stacked

            AppText {
                width: 132
                text: rail.frame.house !== "" ? rail.frame.house : qsTr("Freehold")
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            AppText {
                visible: text !== ""
                width: 132
                text: rail.frame.house !== "" ? rail.frame.counts : ""
                size: Tokens.small
                color: Tokens.text3
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
    }
    Column {
        y: 84
        anchors.left: parent.left
        anchors.leftMargin: rail.stacked ? Tokens.space2 : Tokens.space3
        spacing: Tokens.space1

        Pages {
            page: rail.frame.page
            newDevices: rail.desktop.home.newDevices
            stacked: rail.stacked
            itemWidth: rail.width - 2 * (rail.stacked ? Tokens.space2 : Tokens.space3) - 1
            onChosen: page => rail.frame.page = page
        }
    }
    Column {
        visible: !rail.stacked
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Tokens.space5
        anchors.left: parent.left
        anchors.leftMargin: Tokens.space3
        width: rail.width - 2 * Tokens.space3

        Hairline {
            width: parent.width
        }
        Item {
            width: 1
            height: Tokens.space3
        }
        AppText {
            leftPadding: Tokens.space3
            width: parent.width
            text: rail.frame.machine
            size: Tokens.small
            color: Tokens.text2
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        AppText {
            leftPadding: Tokens.space3
            width: parent.width
            text: rail.frame.engineWords
            size: Tokens.small
            color: rail.frame.gone ? Tokens.alert : Tokens.text3
            font.weight: rail.frame.gone ? Font.Medium : Font.Normal
        }
    }
}
