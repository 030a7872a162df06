// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

/// One of many, from a list that opens.
T.ComboBox {
    id: box

    property string name: ""

    implicitHeight: Tokens.control
    implicitWidth: 160
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    wheelEnabled: false
    Accessible.name: name
    Accessible.role: Accessible.ComboBox
    Accessible.description: displayText
    Accessible.onPressAction: popup.open()
    Keys.onReturnPressed: popup.open()
    Keys.onEnterPressed: popup.open()

    background: Rectangle {
        color: !box.enabled ? Tokens.sunk : box.hovered ? Tokens.sunk : Tokens.surface
        radius: Tokens.radius
        border.width: Tokens.hairline
        border.color: box.enabled ? Tokens.edge : Tokens.line

        FocusRing {
            shown: box.visualFocus
        }
    }
    contentItem: AppText {
        leftPadding: box.mirrored ? 36 : Tokens.space3
        rightPadding: box.mirrored ? Tokens.space3 : 36
        text: box.displayText
        color: box.enabled ? Tokens.text : Tokens.text3
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    indicator: Icon {
        x: box.mirrored ? Tokens.space3 : box.width - width - Tokens.space3
        y: (box.height - height) / 2
        name: "chevron-down"
        size: 16
    }
    delegate: T.ItemDelegate {
        id: item

        required property int index
        required property string modelData

        width: ListView.view.width
        implicitHeight: Tokens.control
        highlighted: box.highlightedIndex === index
        text: modelData
        Accessible.role: Accessible.ListItem
        Accessible.name: text
        Accessible.onPressAction: item.click()

        background: Rectangle {
            radius: Tokens.radiusSmall
            color: item.highlighted ? Tokens.accentTint : Tokens.none
        }
        contentItem: AppText {
            leftPadding: Tokens.space3
            rightPadding: Tokens.space3
            text: item.text
            color: item.highlighted ? Tokens.accentText : Tokens.text
            font.weight: item.index === box.currentIndex ? Font.DemiBold : Font.Normal
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    popup: T.Popup {
        y: box.height + Tokens.space1
        width: box.width
        height: Math.min(contentItem.implicitHeight + 2 * Tokens.space1, 320)
        padding: Tokens.space1
        margins: Tokens.space2

        background: Rectangle {
            color: Tokens.surface
            radius: Tokens.radius
            border.width: Tokens.hairline
            border.color: Tokens.edge
        }
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: box.delegateModel
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: AppScrollBar {}
        }
    }
}
