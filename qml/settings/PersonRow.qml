// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// A person and what they may do. Names and roles change at once; whoever was removed comes back by an undo.
Item {
    id: row

    required property string personId
    required property string name
    required property string age
    required property int roleIndex
    required property list<string> roles
    property bool changeable: true

    signal renamed(string name)
    signal roleChosen(int role)
    signal removed

    Layout.fillWidth: true
    implicitHeight: 52

    RowLayout {
        anchors.fill: parent
        spacing: Tokens.space3

        Avatar {
            name: row.name
        }
        AppText {
            visible: !row.changeable
            Layout.maximumWidth: 160
            text: row.name
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        AppField {
            Layout.fillWidth: true
            Layout.maximumWidth: 140
            visible: row.changeable
            name: qsTr("Name of %1").arg(row.name)
            value: row.name
            onSettled: text => row.renamed(text)
        }
        AppText {
            Layout.fillWidth: true
            Layout.minimumWidth: implicitWidth
            text: row.age
            color: Tokens.text2
            wrapMode: Text.NoWrap
        }
        ChoiceBox {
            implicitWidth: 128
            name: qsTr("Role of %1").arg(row.name)
            model: row.roles
            currentIndex: row.roleIndex
            enabled: row.changeable
            onActivated: index => row.roleChosen(index)
        }
        IconButton {
            visible: row.changeable
            iconName: "cross"
            text: qsTr("Remove %1").arg(row.name)
            onClicked: row.removed()
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
