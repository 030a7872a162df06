// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// One of two to four short words.
FocusScope {
    id: choice

    required property string name
    required property list<string> options
    property int current: 0

    signal chosen(int index)

    function move(step: int) {
        const next = current + step;
        if (next >= 0 && next < options.length)
            chosen(next);
    }

    implicitWidth: row.implicitWidth + 6
    implicitHeight: Tokens.controlSmall
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Keys.onLeftPressed: move(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: move(LayoutMirroring.enabled ? -1 : 1)

    Rectangle {
        anchors.fill: parent
        color: Tokens.surface
        radius: Tokens.radiusSmall
        border.width: Tokens.hairline
        border.color: Tokens.edge

        FocusRing {
            shown: choice.activeFocus
            around: Tokens.radiusSmall
        }
    }
    Row {
        id: row

        anchors.centerIn: parent

        Repeater {
            model: choice.options

            Rectangle {
                id: option

                required property int index
                required property string modelData
                readonly property bool isCurrent: index === choice.current

                width: Math.max(word.implicitWidth + 2 * Tokens.space3, 44)
                height: Tokens.controlSmall - 6
                radius: 4
                color: isCurrent ? Tokens.accentTint : area.containsMouse ? Tokens.sunk : Tokens.none
                border.width: isCurrent ? Tokens.hairline : 0
                border.color: Tokens.accent
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Accessible.checkable: true
                Accessible.checked: isCurrent
                Accessible.onPressAction: choice.chosen(index)

                AppText {
                    id: word

                    anchors.centerIn: parent
                    text: option.modelData
                    size: Tokens.small
                    color: option.isCurrent ? Tokens.accentText : Tokens.text2
                    font.weight: option.isCurrent ? Font.DemiBold : Font.Medium
                    Accessible.ignored: true
                }
                MouseArea {
                    id: area

                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: choice.chosen(option.index)
                }
            }
        }
    }
}
