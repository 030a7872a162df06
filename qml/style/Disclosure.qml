// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// A heading that opens what stands below it.
ColumnLayout {
    id: disclosure

    required property string title
    property string hint: ""
    property bool open: false
    default property Component content ///< made when it is first opened

    spacing: Tokens.space2

    PressableBase {
        id: head

        Layout.fillWidth: true
        implicitHeight: Tokens.controlSmall
        text: disclosure.title
        Accessible.description: disclosure.open ? qsTr("Unfolded") : qsTr("Folded")
        onClicked: disclosure.open = !disclosure.open

        background: Item {
            FocusRing {
                shown: head.visualFocus
                around: Tokens.radiusSmall
            }
        }
        contentItem: Item {
            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                anchors.left: parent.left
                name: disclosure.open ? "chevron-down" : "chevron-right"
                size: 16
            }
            AppText {
                id: words

                anchors.left: mark.right
                anchors.leftMargin: Tokens.space2
                anchors.verticalCenter: parent.verticalCenter
                text: disclosure.title
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            AppText {
                anchors.left: words.right
                anchors.right: parent.right
                anchors.leftMargin: Tokens.space2
                anchors.verticalCenter: parent.verticalCenter
                text: disclosure.hint
                size: Tokens.small
                color: Tokens.text3
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
    }
    Loader {
        active: disclosure.open
        visible: active
        Layout.fillWidth: true
        Layout.leftMargin: Tokens.space6
        sourceComponent: disclosure.content
    }
}
