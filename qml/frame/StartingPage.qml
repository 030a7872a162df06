// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// Shown only where the engine takes longer than a moment.
AppPage {
    id: page

    Timer {
        id: moment

        interval: 600
        running: true
    }
    AppText {
        anchors.centerIn: parent
        visible: !moment.running
        text: qsTr("Freehold is starting…")
        color: Tokens.text2
    }
}
