// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What putting the house back costs: the changes that go, by name, and what stays.
ColumnLayout {
    id: cost

    required property RestoreView restoring

    spacing: Tokens.space2

    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: cost.restoring.words
        color: Tokens.text2
    }
    Repeater {
        model: cost.restoring.going

        RowLayout {
            id: going

            required property string modelData

            Layout.fillWidth: true
            spacing: Tokens.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
                name: "undo"
                size: 14
            }
            AppText {
                Layout.fillWidth: true
                text: going.modelData
                size: Tokens.small
                lineHeight: 18
                color: Tokens.text2
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: cost.restoring.staying
        size: Tokens.small
        color: Tokens.text2
    }
}
