// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// One thing that something will mean.
RowLayout {
    id: row

    required property string iconName
    required property string text

    Layout.fillWidth: true
    spacing: Tokens.space3

    Icon {
        Layout.alignment: Qt.AlignTop
        name: row.iconName
        size: 20
        color: Tokens.text2
    }
    AppText {
        Layout.fillWidth: true
        text: row.text
    }
}
