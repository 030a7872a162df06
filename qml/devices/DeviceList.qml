// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Freehold.Desktop
import Freehold.Style

/// New devices first, each with its question; then the rooms.
ListView {
    id: list

    required property DevicesModel devices
    required property DevicesModel newDevices
    required property DeviceView device
    property bool searching: false
    property bool scrolled: false
    property bool keyed: false ///< the keyboard was used last, so the current row shows its ring

    function move(step: int) {
        const row = devices.rowOf(device.device) + step;
        if (row < 0 || row >= count)
            return;
        keyed = true;
        scrolled = true;
        device.device = devices.idAt(row);
        positionViewAtIndex(row, ListView.Contain);
    }

    model: devices
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    activeFocusOnTab: true
    currentIndex: -1
    highlightFollowsCurrentItem: false
    bottomMargin: Tokens.space6
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Devices")
    T.ScrollBar.vertical: AppScrollBar {}
    Keys.onUpPressed: move(-1)
    Keys.onDownPressed: move(1)
    onActiveFocusChanged: {
        if (!activeFocus)
            keyed = false;
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            keyed = false;
    }

    onMovementStarted: scrolled = true
    header: ColumnLayout {
        width: list.width - 14
        // It comes to its height after the rows did; until someone scrolls it is in sight.
        onHeightChanged: {
            if (!list.scrolled)
                Qt.callLater(list.positionViewAtBeginning);
        }
        spacing: Tokens.space2

        Repeater {
            model: list.newDevices

            NewDeviceCard {
                Layout.fillWidth: true
                owners: list.device.owners
                current: list.device.device === deviceId
                onOwnerChosen: owner => list.device.giveDevice(deviceId, owner)
                onPicked: list.device.device = deviceId
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: list.searching && list.count === 0 && list.newDevices.count === 0
            text: qsTr("No device is called that.")
            color: Tokens.text2
        }
    }
    section.property: "section"
    section.delegate: Item {
        id: heading

        required property string section

        width: list.width - 14
        height: 36

        RowLayout {
            x: Tokens.space3
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Tokens.space1
            width: parent.width - 2 * Tokens.space3
            spacing: 6

            AppText {
                text: heading.section
                size: Tokens.small
                color: Tokens.text2
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            AppText {
                Layout.fillWidth: true
                text: list.devices.sectionSize(heading.section)
                size: Tokens.small
                color: Tokens.text2
                figures: true
            }
        }
    }
    delegate: DeviceRow {
        width: list.width - 14
        current: list.device.device === deviceId
        ringed: current && list.keyed
        onPicked: {
            list.keyed = false;
            list.device.device = deviceId;
            list.forceActiveFocus(Qt.MouseFocusReason);
        }
    }
}
