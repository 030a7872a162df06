// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Where one is among the four steps.
RowLayout {
    id: bar

    required property int current
    property bool narrow: false
    readonly property list<string> names: [qsTr("This machine"), qsTr("The house"), qsTr("People"), qsTr("Ready")]

    spacing: Tokens.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Step %1 of 4: %2").arg(current + 1).arg(names[current])

    Repeater {
        model: bar.names

        RowLayout {
            id: step

            required property int index
            required property string modelData
            readonly property bool done: index < bar.current
            readonly property bool now: index === bar.current

            Layout.fillWidth: index > 0
            spacing: Tokens.space2

            Hairline {
                visible: step.index > 0
                Layout.fillWidth: true
                Layout.rightMargin: Tokens.space2
            }
            Rectangle {
                implicitWidth: 24
                implicitHeight: 24
                radius: 12
                color: step.done ? Tokens.accent : Tokens.none
                border.width: step.now ? Tokens.strong : Tokens.hairline
                border.color: step.done || step.now ? Tokens.accent : Tokens.edge

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check"
                    size: 14
                    color: Tokens.accentInk
                }
                AppText {
                    anchors.centerIn: parent
                    visible: !step.done
                    text: step.index + 1
                    size: Tokens.small
                    color: step.now ? Tokens.accentText : Tokens.text2
                    font.weight: step.now ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
            }
            AppText {
                visible: !bar.narrow || step.now
                text: step.modelData
                color: step.now ? Tokens.text : step.done ? Tokens.accentText : Tokens.text2
                font.weight: step.now ? Font.DemiBold : Font.Normal
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
