// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// One thing that a device offers.
RowLayout {
    id: row

    required property string name
    required property string line
    required property string iconName
    required property string url

    Layout.fillWidth: true
    Layout.minimumHeight: 40
    spacing: Tokens.space3

    Icon {
        name: row.iconName
    }
    Column {
        Layout.fillWidth: true

        AppText {
            width: parent.width
            text: row.name
        }
        AppText {
            visible: row.line !== ""
            width: parent.width
            text: row.line
            size: Tokens.small
            color: Tokens.text3
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    AppButton {
        visible: row.url !== ""
        small: true
        text: qsTr("Open")
        Accessible.name: qsTr("Open %1").arg(row.name)
        onClicked: Qt.openUrlExternally(row.url)
    }
}
