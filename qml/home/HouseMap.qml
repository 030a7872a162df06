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
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property int houseX: mirrored ? width - houseWidth : 0
    readonly property int inner: houseWidth - 52
    readonly property int gatewayWidth: map.gateways.count > 0 ? 140 : -12
    readonly property int roof: 48

    readonly property int legendSpace: legend.visible ? legend.height + Tokens.space4 : 0

    implicitHeight: beside ? Math.max(house.height, rooms.implicitHeight + 48) + legendSpace : house.height + rooms.implicitHeight + Tokens.space4 + legendSpace

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

        x: drawing.houseX
        width: drawing.houseWidth
        height: drawing.roof + 48 + Math.max(56, wires.implicitHeight) + Tokens.space6
        roof: drawing.roof
    }
    RowLayout {
        x: drawing.houseX + 28
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

        x: drawing.houseX + 28
        y: drawing.roof + 44
        width: drawing.inner
        map: drawing.map
        onActivated: (tileId, count) => drawing.activate(tileId, count)
    }
    GridLayout {
        id: rooms

        x: !drawing.beside ? 10 : drawing.mirrored ? 0 : drawing.width - width
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

        // Without a known way out no line is drawn, and its lack means nothing.
        visible: wires.wired
        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.bottom: parent.bottom
        spacing: Tokens.space2

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 26
            height: 2
            color: Tokens.edge
        }
        AppText {
            text: qsTr("Same network")
            size: Tokens.small
            color: Tokens.text2
        }
        Item {
            width: Tokens.space3
            height: 1
        }
        AppText {
            text: qsTr("No line: no connection right now")
            size: Tokens.small
            color: Tokens.text2
        }
    }
}
