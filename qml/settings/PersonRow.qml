// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A person and what they may do.
Item {
    id: row

    required property string personId
    required property string name
    required property string age
    required property int roleIndex
    required property list<string> roles
    property bool changeable: true

    signal roleChosen(int role)

    Layout.fillWidth: true
    implicitHeight: 52

    RowLayout {
        anchors.fill: parent
        spacing: Tokens.space3

        Avatar {
            name: row.name
        }
        AppText {
            text: row.name
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Layout.maximumWidth: 160
        }
        AppText {
            Layout.fillWidth: true
            text: row.age
            color: Tokens.text2
        }
        ChoiceBox {
            implicitWidth: 128
            name: qsTr("Role of %1").arg(row.name)
            model: row.roles
            currentIndex: row.roleIndex
            enabled: row.changeable
            onActivated: index => row.roleChosen(index)
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
