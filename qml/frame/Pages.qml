// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Style

/// The pages there are, in the order of FrameView's enumeration.
Repeater {
    id: pages

    required property int page
    required property int newDevices
    property bool stacked: false
    property int itemWidth: 180

    signal chosen(int page)

    readonly property list<string> names: [qsTr("Home"), qsTr("Devices"), qsTr("History"), qsTr("Settings")]
    readonly property list<string> icons: ["home", "devices", "history", "settings"]

    model: 4

    RailItem {
        required property int index

        width: pages.itemWidth
        text: pages.names[index]
        iconName: pages.icons[index]
        stacked: pages.stacked
        current: pages.page === index
        count: index === 1 ? pages.newDevices : 0
        onClicked: pages.chosen(index)
    }
}
