// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// The house with what is at home in it, and the two rooms outside.
Item {
    id: drawing

    required property MapModel map

    signal deviceAsked(string device)

    // The rooms stand beside the house where there is room for them, and below a large house.
    readonly property bool beside: !map.large && width >= 860
    readonly property int houseWidth: beside ? width - 204 : width
    readonly property int inner: houseWidth - 52
    readonly property int gatewayWidth: map.gateways.count > 0 ? 140 : -12
    readonly property int roof: 48

    implicitHeight: beside ? Math.max(house.height, rooms.implicitHeight + 48) + legend.height + Tokens.space4 : house.height + rooms.implicitHeight + legend.height + 2 * Tokens.space4

    function activate(tileId: string, count: int) {
        if (count > 0)
            map.openGroup = map.openGroup === tileId ? "" : tileId;
        else
            drawing.deviceAsked(tileId);
    }

    Binding {
        target: drawing.map
        property: "columns"
        value: Math.max(1, Math.floor((drawing.inner - drawing.gatewayWidth) / 172))
    }

    HouseShape {
        id: house

        width: drawing.houseWidth
        height: drawing.roof + 48 + Math.max(56, wires.implicitHeight) + (opened.visible ? opened.height + Tokens.space3 : 0) + Tokens.space6
        roof: drawing.roof
    }
    RowLayout {
        x: 28
        y: drawing.roof + 10
        width: drawing.inner
        height: 28
        spacing: Tokens.space2

        SectionHeading {
            text: qsTr("At home")
        }
        AppText {
            Layout.fillWidth: true
            text: drawing.map.atHome
            color: Tokens.text2
            figures: true
        }
        AppText {
            visible: drawing.map.large
            text: qsTr("Grouped by")
            size: Tokens.small
            color: Tokens.text2
        }
        SegmentedChoice {
            visible: drawing.map.large
            name: qsTr("Grouped by")
            options: [qsTr("Person"), qsTr("Kind"), qsTr("Not at all")]
            current: drawing.map.grouping
            onChosen: index => drawing.map.grouping = index
        }
    }
    MapWires {
        id: wires

        x: 28
        y: drawing.roof + 44
        width: drawing.inner
        map: drawing.map
        onActivated: (tileId, count) => drawing.activate(tileId, count)
    }
    Rectangle {
        id: opened

        visible: drawing.map.openGroup !== ""
        x: 28
        y: wires.y + wires.implicitHeight + Tokens.space3
        width: drawing.inner
        height: flow.implicitHeight + 2 * Tokens.space3
        color: Tokens.well
        radius: Tokens.radiusTile

        Flow {
            id: flow

            x: Tokens.space3
            y: Tokens.space3
            width: parent.width - 2 * Tokens.space3
            spacing: Tokens.space3

            Repeater {
                model: drawing.map.opened

                MapTileItem {
                    raised: true
                    onClicked: drawing.deviceAsked(tileId)
                }
            }
        }
    }
    GridLayout {
        id: rooms

        x: drawing.beside ? drawing.width - width : 10
        y: drawing.beside ? drawing.roof : house.height + Tokens.space4
        width: drawing.beside ? 180 : drawing.width - 20
        columns: drawing.beside ? 1 : 2
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space4
        uniformCellHeights: false

        MapRoom {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            title: qsTr("Elsewhere")
            tiles: drawing.map.elsewhere
            onDeviceAsked: device => drawing.deviceAsked(device)
        }
        MapRoom {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            title: qsTr("Not seen lately")
            tiles: drawing.map.lately
            onDeviceAsked: device => drawing.deviceAsked(device)
        }
    }
    Row {
        id: legend

        x: 12
        anchors.bottom: parent.bottom
        spacing: Tokens.space2

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 26
            height: 2
            color: Tokens.edge
        }
        AppText {
            rightPadding: Tokens.space5
            text: qsTr("Same network")
            size: Tokens.small
            color: Tokens.text2
        }
        AppText {
            text: qsTr("No line: no connection right now")
            size: Tokens.small
            color: Tokens.text2
        }
    }
}
