// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// A fact by name, copyable.
RowLayout {
    id: row

    required property string name
    required property string value
    property bool fixed: false
    property int nameWidth: 108

    signal copied(string text)

    Layout.fillWidth: true
    spacing: Tokens.space3

    AppText {
        Layout.preferredWidth: row.nameWidth
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Tokens.space1
        text: row.name
        color: Tokens.text2
    }
    AppText {
        Layout.fillWidth: true
        text: row.value
        font.family: row.fixed ? "monospace" : Application.font.family
        wrapMode: Text.WrapAnywhere
        figures: true
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        iconName: "copy"
        text: qsTr("Copy %1").arg(row.value)
        onClicked: row.copied(row.value)
    }
}
