// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A sheet over the page. Its buttons stay visible while its content scrolls.
T.Popup {
    id: sheet

    required property string title
    property int wanted: 560
    property string note: "" ///< beside the buttons
    default property alias content: inside.data
    property alias buttons: buttonRow.data

    parent: T.Overlay.overlay
    readonly property bool whole: parent !== null && parent.width < Tokens.narrowBelow
    x: whole || parent === null ? 0 : (parent.width - width) / 2
    y: whole || parent === null ? 0 : Math.max(0, (parent.height - height) / 2)
    width: parent === null ? wanted : whole ? parent.width : Math.min(wanted, parent.width - 2 * Tokens.space6)
    height: parent === null ? 0 : whole ? parent.height : Math.min(inside.implicitHeight + 148, parent.height - 2 * Tokens.space6)
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Tokens.scrim
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Tokens.calm
        }
    }
    background: Rectangle {
        color: Tokens.surface
        radius: sheet.whole ? 0 : Tokens.radiusSheet
        border.width: Tokens.hairline
        border.color: Tokens.line
    }
    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        AppText {
            id: heading

            x: Tokens.space6
            y: Tokens.space6
            width: parent.width - 2 * Tokens.space6
            text: sheet.title
            size: Tokens.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Flickable {
            anchors.top: heading.bottom
            anchors.bottom: buttonRow.top
            anchors.topMargin: Tokens.space4
            anchors.bottomMargin: Tokens.space4
            width: parent.width
            contentHeight: inside.implicitHeight
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: AppScrollBar {}

            ColumnLayout {
                id: inside

                x: Tokens.space6
                width: parent.width - 2 * Tokens.space6
                spacing: Tokens.space3
            }
        }
        AppText {
            anchors.left: parent.left
            anchors.right: buttonRow.left
            anchors.verticalCenter: buttonRow.verticalCenter
            anchors.leftMargin: Tokens.space6
            anchors.rightMargin: Tokens.space3
            text: sheet.note
            size: Tokens.small
            color: Tokens.text2
        }
        RowLayout {
            id: buttonRow

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Tokens.space6
            spacing: Tokens.space3
        }
    }
}
