// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Every device that the house knows or sees: the list, and one in full.
AppPage {
    id: page

    required property DevicesModel devices
    required property DevicesModel newDevices
    required property DeviceView device
    required property AddMachineView addMachine
    required property LossView loss
    readonly property int margin: narrow ? Tokens.space4 : Tokens.space7
    readonly property int column: Math.min(width - 2 * margin, Tokens.contentWidth)
    readonly property int listWidth: 344
    readonly property int deviceCount: devices.count
    readonly property bool alone: devices.count + newDevices.count <= 1 && devices.search === ""
    property string unasked: "" ///< shown in full without being chosen
    property bool mayShow: true ///< what another machine of the house shows
    readonly property bool showsDetail: device.known && !alone

    signal copied(string text)
    signal showAsked(string device, string name)

    function find() {
        if (head.visible)
            search.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function settle() {
        // Beside the list there is always one in full; where nobody chose it, it doesn't hide the list.
        if (page.wide && !page.device.known && page.devices.count > 0)
            page.device.device = page.unasked = page.devices.idAt(0);
        else if (!page.wide && page.device.device === page.unasked)
            page.device.device = "";
    }

    focus: true
    Component.onCompleted: settle()
    onWideChanged: settle()
    onDeviceCountChanged: settle()

    RowLayout {
        id: head

        visible: page.wide || !page.showsDetail
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.margin
        width: page.column
        height: 36
        spacing: Tokens.space3

        PageHeading {
            Layout.fillWidth: true
            narrow: page.narrow
            text: qsTr("Devices")
        }
        SearchField {
            id: search

            Layout.preferredWidth: page.narrow ? 200 : 220
            visible: !page.alone
            prompt: qsTr("Find a device")
            text: page.devices.search
            onSearched: text => page.devices.search = text
        }
        AppButton {
            kind: page.alone ? AppButton.Second : AppButton.Primary
            iconName: "plus"
            text: page.narrow ? qsTr("Add") : qsTr("Add a machine…")
            Accessible.name: qsTr("Add a machine")
            onClicked: page.addMachine.open()
        }
    }
    DeviceList {
        id: list

        visible: !page.alone && (page.wide || !page.showsDetail)
        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: Tokens.space5
        width: (page.wide ? page.listWidth : page.column) + room
        height: page.height - y
        devices: page.devices
        newDevices: page.newDevices
        device: page.device
        apart: !page.wide
        searching: page.devices.search !== ""
        focus: true
    }
    DeviceDetail {
        visible: page.showsDetail
        anchors.right: head.right
        anchors.rightMargin: -room
        y: page.wide ? head.y + head.height + Tokens.space5 : 0
        width: (page.wide ? page.column - page.listWidth - Tokens.space6 : page.column) + room
        height: page.height - y
        headroom: page.wide ? 0 : page.margin
        device: page.device
        narrow: page.narrow
        single: !page.wide
        mayShow: page.mayShow
        onCopied: text => page.copied(text)
        onShowAsked: (device, name) => page.showAsked(device, name)
        onBackAsked: {
            const shown = page.device.device;
            page.device.device = "";
            list.comeBack(shown);
        }
    }
    AfterLossSheet {
        id: afterLoss

        loss: page.loss
    }
    Connections {
        target: page.loss

        function onBegun() {
            afterLoss.open();
        }
    }
    AddMachineSheet {
        addMachine: page.addMachine
        onCopied: text => page.copied(text)
    }
    DevicesEmpty {
        visible: page.alone
        anchors.centerIn: parent
        width: Math.min(440, page.column)
    }
}
