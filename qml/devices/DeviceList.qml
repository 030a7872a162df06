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
    property bool apart: false ///< the device in full stands in place of the list, so it is opened by Enter
    readonly property int room: 14 ///< beside the rows, for the scroll bar
    readonly property bool mirrored: LayoutMirroring.enabled

    function move(step: int) {
        const row = Math.max(0, (apart ? currentIndex : devices.rowOf(device.device)) + step);
        if (row >= count)
            return;
        keyed = true;
        scrolled = true;
        currentIndex = row;
        positionViewAtIndex(row, ListView.Contain);
        if (!apart)
            open(row);
    }
    function open(row: int) {
        if (row >= 0)
            device.device = devices.idAt(row);
    }
    /// Back from the device in full, to its row.
    function comeBack(shown: string) {
        currentIndex = devices.rowOf(shown);
        keyed = true;
        if (currentIndex >= 0)
            positionViewAtIndex(currentIndex, ListView.Contain);
        forceActiveFocus(Qt.BacktabFocusReason);
    }

    model: devices
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    currentIndex: -1
    highlightFollowsCurrentItem: false
    bottomMargin: Tokens.space6
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Devices")
    T.ScrollBar.vertical: AppScrollBar {}
    Keys.onUpPressed: move(-1)
    Keys.onDownPressed: move(1)
    Keys.onReturnPressed: open(currentIndex)
    Keys.onEnterPressed: open(currentIndex)
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
        x: list.mirrored ? list.room : 0
        width: list.width - list.room
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

        x: list.mirrored ? list.room : 0
        width: list.width - list.room
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
        width: list.width
        room: list.room
        current: list.device.device === deviceId
        ringed: list.keyed && (list.apart ? ListView.isCurrentItem : current)
        onPicked: {
            list.keyed = false;
            list.device.device = deviceId;
            list.forceActiveFocus(Qt.MouseFocusReason);
        }
    }
}
