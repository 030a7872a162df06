// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// The map in a narrow window: three counted rooms that open.
ColumnLayout {
    id: rooms

    required property MapModel map
    property int openRoom: -1

    signal deviceAsked(string device)

    function firstName(tiles: TilesModel): string {
        return tiles.count === 0 ? qsTr("nothing") : tiles.count === 1 ? tiles.firstName : qsTr("tap to see");
    }

    spacing: Tokens.space3

    Card {
        Layout.fillWidth: true
        implicitHeight: 78

        RowLayout {
            anchors.fill: parent
            spacing: 0

            RoomCount {
                title: qsTr("At home")
                count: rooms.map.atHome
                fact: rooms.map.newAtHome > 0 ? qsTr("%n new", "", rooms.map.newAtHome) : ""
                open: rooms.openRoom === 0
                onClicked: rooms.openRoom = open ? -1 : 0
            }
            RoomCount {
                title: qsTr("Elsewhere")
                count: rooms.map.elsewhere.count
                fact: rooms.firstName(rooms.map.elsewhere)
                open: rooms.openRoom === 1
                onClicked: rooms.openRoom = open ? -1 : 1
            }
            RoomCount {
                title: qsTr("Not seen lately")
                count: rooms.map.lately.count
                fact: rooms.firstName(rooms.map.lately)
                open: rooms.openRoom === 2
                last: true
                onClicked: rooms.openRoom = open ? -1 : 2
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        visible: rooms.openRoom >= 0
        spacing: Tokens.space2

        Repeater {
            model: rooms.openRoom === 0 ? rooms.map.gateways : null

            MapTileItem {
                width: (rooms.width - Tokens.space2) / 2
                raised: true
                onClicked: rooms.deviceAsked(tileId)
            }
        }
        Repeater {
            model: rooms.openRoom === 0 ? rooms.map.home : rooms.openRoom === 1 ? rooms.map.elsewhere : rooms.openRoom === 2 ? rooms.map.lately : null

            MapTileItem {
                width: (rooms.width - Tokens.space2) / 2
                raised: true
                open: rooms.map.openGroup === tileId
                onClicked: {
                    if (count > 0)
                        rooms.map.openGroup = open ? "" : tileId;
                    else
                        rooms.deviceAsked(tileId);
                }
            }
        }
    }
    OpenedGroup {
        Layout.fillWidth: true
        visible: rooms.openRoom === 0 && rooms.map.openRow >= 0
        map: rooms.map
        onDeviceAsked: device => rooms.deviceAsked(device)
    }
    AppButton {
        readonly property int hidden: rooms.openRoom === 1 ? rooms.map.elsewhere.hidden : rooms.openRoom === 2 ? rooms.map.lately.hidden : 0

        visible: hidden > 0
        kind: AppButton.Quiet
        small: true
        text: qsTr("And %n more", "", hidden)
        onClicked: rooms.deviceAsked("")
    }
}
