// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// One part of an error: its heading and its sentence.
RowLayout {
    id: told

    required property string iconName
    required property string title
    required property string text
    property color ink: Tokens.text2
    property bool last: false

    Layout.fillWidth: true
    spacing: Tokens.space4

    Icon {
        Layout.alignment: Qt.AlignTop
        name: told.iconName
        color: told.ink
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        SectionHeading {
            Layout.fillWidth: true
            text: told.title
        }
        AppText {
            Layout.fillWidth: true
            text: told.text
            color: Tokens.text2
        }
        Hairline {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space3
            visible: !told.last
        }
    }
}
