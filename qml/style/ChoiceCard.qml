// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// One of a few to choose from, each with a sentence.
PressableBase {
    id: card

    required property string meaning
    required property string iconName
    property bool chosen: false

    implicitHeight: column.implicitHeight + 2 * Tokens.space4
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.description: meaning

    background: Rectangle {
        color: card.hovered && !card.chosen ? Tokens.sunk : Tokens.surface
        radius: Tokens.radiusCard
        border.width: card.chosen ? Tokens.strong : Tokens.hairline
        border.color: card.chosen ? Tokens.accent : Tokens.edge

        FocusRing {
            shown: card.visualFocus
            around: Tokens.radiusCard
        }
    }
    contentItem: Item {
        ColumnLayout {
            id: column

            x: Tokens.space4
            y: Tokens.space4
            width: parent.width - 2 * Tokens.space4
            spacing: Tokens.space1

            RowLayout {
                spacing: Tokens.space2

                Icon {
                    name: card.iconName
                    size: 20
                    color: card.chosen ? Tokens.accentText : Tokens.text2
                }
                AppText {
                    Layout.fillWidth: true
                    text: card.text
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
                ChoiceDot {
                    chosen: card.chosen
                }
            }
            AppText {
                Layout.fillWidth: true
                text: card.meaning
                color: Tokens.text2
                Accessible.ignored: true
            }
        }
    }
}
