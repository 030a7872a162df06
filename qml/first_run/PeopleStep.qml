// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Step 3: who lives here.
FirstStep {
    id: step

    required property SettingsView settings

    function add() {
        if (field.text.trim() === "")
            return;
        step.settings.people.addNamed(field.text);
        field.clear();
        field.forceActiveFocus();
    }

    question: qsTr("Who lives in %1?").arg(step.firstRun.house)
    why: qsTr("With people you can say whose a device is. Begin with yourself. You can add, change and remove people at any time in Settings.")
    next: step.settings.people.count > 0 ? qsTr("Go on") : qsTr("Skip for now")

    RowLayout {
        spacing: Tokens.space2

        AppField {
            id: field

            Layout.preferredWidth: 240
            name: qsTr("Name of a person")
            placeholderText: step.settings.people.count === 0 ? qsTr("Your name") : qsTr("Another name")
            settles: false
            focus: true
            onAccepted: step.add()
        }
        AppButton {
            iconName: "plus"
            text: qsTr("Add")
            enabled: field.text.trim() !== ""
            onClicked: step.add()
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space4
        spacing: Tokens.space3

        Repeater {
            model: step.settings.people

            Card {
                id: card

                required property string personId
                required property string name
                required property int roleIndex

                implicitWidth: 220
                implicitHeight: 64

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Tokens.space4
                    anchors.rightMargin: Tokens.space2
                    spacing: Tokens.space3

                    Avatar {
                        name: card.name
                    }
                    Column {
                        Layout.fillWidth: true

                        AppText {
                            width: parent.width
                            text: card.name
                            font.weight: Font.Medium
                            elide: Text.ElideRight
                            wrapMode: Text.NoWrap
                        }
                        AppText {
                            text: step.settings.roles[card.roleIndex]
                            size: Tokens.small
                            color: Tokens.text2
                        }
                    }
                    IconButton {
                        iconName: "cross"
                        text: qsTr("Remove %1").arg(card.name)
                        onClicked: step.settings.people.remove(card.personId)
                    }
                }
            }
        }
    }
}
