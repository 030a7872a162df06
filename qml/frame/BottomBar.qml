// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

/// The pages, in a narrow window.
Rectangle {
    id: bar

    required property Desktop desktop

    height: Tokens.bottomBar
    color: Tokens.rail
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Hairline {
        width: parent.width
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Tokens.space1

        Pages {
            page: bar.desktop.frame.page
            newDevices: bar.desktop.home.newDevices
            stacked: true
            itemWidth: bar.width / 4
            onChosen: page => bar.desktop.frame.page = page
        }
    }
}
