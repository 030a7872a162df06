// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// The difference in words: each value before and after.
ColumnLayout {
    id: changes

    required property list<valueChange> values

    spacing: Tokens.space2

    SectionHeading {
        text: qsTr("What changed")
    }
    Repeater {
        model: changes.values

        RowLayout {
            id: row

            required property valueChange modelData

            Layout.fillWidth: true
            spacing: Tokens.space3
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: before %2, now %3").arg(modelData.name).arg(modelData.before !== "" ? modelData.before : qsTr("nothing")).arg(modelData.after !== "" ? modelData.after : qsTr("nothing"))

            AppText {
                Layout.preferredWidth: 96
                Layout.alignment: Qt.AlignTop
                text: row.modelData.name
                color: Tokens.text2
                Accessible.ignored: true
            }
            Flow {
                Layout.fillWidth: true
                spacing: Tokens.space2

                AppText {
                    visible: text !== ""
                    width: Math.min(implicitWidth, parent.width)
                    text: row.modelData.before
                    color: Tokens.text2
                    font.strikeout: true
                    Accessible.ignored: true
                }
                Icon {
                    visible: row.modelData.before !== "" && row.modelData.after !== ""
                    name: "arrow-right"
                    size: 16
                    height: 20
                    fillMode: Image.Pad
                }
                AppText {
                    visible: text !== ""
                    width: Math.min(implicitWidth, parent.width)
                    text: row.modelData.after
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
            }
        }
    }
}
