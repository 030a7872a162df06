// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Which machine is added, or an invitation for one without a screen, and what it may do.
ColumnLayout {
    id: choose

    required property AddMachineView addMachine
    required property string chosen
    property bool narrow: false
    /// The request of the first that waits, empty where none does or more do.
    readonly property string only: waiting.count === 1 ? (waiting.itemAt(0) as WaitingRow)?.request ?? "" : ""

    signal picked(string request)
    signal copied(string text)

    spacing: Tokens.space5

    AppText {
        Layout.fillWidth: true
        text: qsTr("It needs Freehold on it. Phones, printers and televisions appear by themselves.")
        color: Tokens.text2
    }
    GridLayout {
        Layout.fillWidth: true
        columns: choose.narrow ? 1 : 2
        columnSpacing: Tokens.space8
        rowSpacing: Tokens.space5

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 360
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space2

            SectionHeading {
                text: qsTr("Machines that ask")
            }
            Repeater {
                id: waiting

                model: choose.addMachine.waiting

                WaitingRow {
                    Layout.fillWidth: true
                    chosen: request === choose.chosen
                    onClicked: choose.picked(request)
                }
            }
            AppText {
                Layout.fillWidth: true
                text: {
                    const address = choose.addMachine.address;
                    if (address === "")
                        return qsTr("This machine has no network just now, so none can ask.");
                    return waiting.count > 0 ? qsTr("Another one? Start Freehold there and choose to join a house. Where this machine is not found, type %1.").arg(address) : qsTr("None asks yet. On the other machine start Freehold and choose to join a house: it finds this one while this sheet is open, or you type %1 there. Then it appears here.").arg(address);
                }
                color: Tokens.text2
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 360
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space2

            SectionHeading {
                text: qsTr("Or invite one without a screen")
            }
            InvitationCard {
                Layout.fillWidth: true
                addMachine: choose.addMachine
                onCopied: text => choose.copied(text)
            }
        }
    }
    SectionHeading {
        text: qsTr("What may it do?")
    }
    GridLayout {
        Layout.fillWidth: true
        columns: choose.narrow ? 1 : 3
        columnSpacing: Tokens.space3
        rowSpacing: Tokens.space3
        uniformCellWidths: true

        ChoiceCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Guest")
            iconName: "person"
            meaning: qsTr("Holds a copy of the house. May change nothing.")
            chosen: choose.addMachine.role === AddMachineView.Guest
            onClicked: choose.addMachine.role = AddMachineView.Guest
        }
        ChoiceCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Member")
            iconName: "home"
            meaning: qsTr("Holds a copy of the house. May name devices, and not change people or rules.")
            chosen: choose.addMachine.role === AddMachineView.Member
            onClicked: choose.addMachine.role = AddMachineView.Member
        }
        ChoiceCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Owner")
            iconName: "key"
            meaning: qsTr("Holds a copy of the house. May change everything, also people and machines.")
            chosen: choose.addMachine.role === AddMachineView.Owner
            onClicked: choose.addMachine.role = AddMachineView.Owner
        }
    }
}
