// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Lets another machine in: which one and what it may do, then the digits, then what became of it.
Sheet {
    id: sheet

    required property AddMachineView addMachine
    readonly property int stage: addMachine.stage
    readonly property string peer: addMachine.peer
    property string chosen: "" ///< a request, before its digits are asked for

    signal copied(string text)

    function follow() {
        if (sheet.addMachine.shown && !sheet.opened)
            sheet.open();
        else if (!sheet.addMachine.shown)
            sheet.close();
    }
    function settle() {
        // The only one is the one that is meant, unless somebody says otherwise.
        const waiting = sheet.addMachine.waiting;
        if (waiting.count === 1 && sheet.stage === AddMachineView.Choosing)
            sheet.chosen = choosing.only;
        else if (waiting.count === 0)
            sheet.chosen = "";
    }

    title: stage === AddMachineView.Choosing ? qsTr("Add a machine to %1").arg(addMachine.house) : qsTr("Add %1 to %2").arg(peer).arg(addMachine.house)
    wanted: stage === AddMachineView.Choosing ? 828 : 560
    onClosed: {
        chosen = "";
        addMachine.close();
    }
    onStageChanged: {
        digits.clear();
        if (stage === AddMachineView.Digits)
            digits.forceActiveFocus();
    }
    Component.onCompleted: follow()
    Component.onDestruction: addMachine.close()

    Connections {
        target: sheet.addMachine
        function onChanged() {
            sheet.follow();
        }
    }

    ChooseMachine {
        id: choosing

        visible: sheet.stage === AddMachineView.Choosing
        Layout.fillWidth: true
        addMachine: sheet.addMachine
        narrow: sheet.whole
        chosen: sheet.chosen
        onPicked: request => sheet.chosen = request
        onOnlyChanged: sheet.settle()
        onCopied: text => sheet.copied(text)
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        color: Tokens.text2
        text: {
            switch (sheet.stage) {
            case AddMachineView.Digits:
                return qsTr("Type the six digits that %1 shows.").arg(sheet.peer);
            case AddMachineView.OtherSide:
                return qsTr("The digits are right. Somebody at %1 has to say yes now.").arg(sheet.peer);
            case AddMachineView.Joined:
                return qsTr("%1 belongs to %2 now. It is getting its copy of the house and shows when it is there.").arg(sheet.peer).arg(sheet.addMachine.house);
            case AddMachineView.Over:
                return qsTr("Nothing has changed.");
            default:
                return "";
            }
        }
    }
    PairingDigits {
        id: digits

        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Tokens.space3
        Layout.bottomMargin: Tokens.space3
        visible: sheet.stage === AddMachineView.Digits
        typed: true
        onAccepted: {
            if (complete)
                sheet.addMachine.accept(text);
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: sheet.stage === AddMachineView.Over
        spacing: Tokens.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            name: "alert"
            size: 20
            color: Tokens.alert
        }
        AppText {
            Layout.fillWidth: true
            text: sheet.addMachine.end
            color: Tokens.alert
            Accessible.role: Accessible.AlertMessage
        }
    }
    SectionHeading {
        visible: sheet.stage === AddMachineView.Digits || sheet.stage === AddMachineView.OtherSide
        text: qsTr("What it will mean")
    }
    MeaningRow {
        visible: sheet.stage === AddMachineView.Digits || sheet.stage === AddMachineView.OtherSide
        iconName: "storage"
        text: qsTr("%1 will hold a copy of the house and its history.").arg(sheet.peer)
    }
    MeaningRow {
        visible: sheet.stage === AddMachineView.Digits || sheet.stage === AddMachineView.OtherSide
        iconName: "shield"
        text: sheet.addMachine.may
    }
    MeaningRow {
        visible: sheet.stage === AddMachineView.Digits || sheet.stage === AddMachineView.OtherSide
        iconName: "undo"
        text: qsTr("You can forget it later, from any other machine of the house.")
    }
    note: {
        switch (stage) {
        case AddMachineView.Choosing:
            return chosen !== "" ? qsTr("Next you type the six digits that it shows.") : addMachine.waiting.count > 0 ? qsTr("Choose a machine that asks.") : "";
        case AddMachineView.Digits:
            return addMachine.left !== "" ? qsTr("%1 left, one try").arg(addMachine.left) : "";
        case AddMachineView.OtherSide:
            return addMachine.left !== "" ? qsTr("Waiting for %1, %2 left").arg(peer).arg(addMachine.left) : "";
        default:
            return "";
        }
    }
    buttons: [
        AppButton {
            visible: sheet.stage === AddMachineView.Choosing
            kind: AppButton.Quiet
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            visible: sheet.stage === AddMachineView.Choosing
            kind: AppButton.Primary
            text: qsTr("Type its digits")
            enabled: sheet.chosen !== ""
            onClicked: sheet.addMachine.choose(sheet.chosen)
        },
        AppButton {
            visible: sheet.stage === AddMachineView.Digits || sheet.stage === AddMachineView.OtherSide
            text: qsTr("Refuse")
            onClicked: sheet.addMachine.refuse()
        },
        AppButton {
            visible: sheet.stage === AddMachineView.Digits
            kind: AppButton.Primary
            text: qsTr("Add %1").arg(sheet.peer)
            enabled: digits.complete && !sheet.addMachine.busy
            onClicked: sheet.addMachine.accept(digits.text)
        },
        AppButton {
            visible: sheet.stage === AddMachineView.Over
            text: qsTr("Begin again")
            onClicked: sheet.addMachine.open()
        },
        AppButton {
            visible: sheet.stage === AddMachineView.Joined || sheet.stage === AddMachineView.Over
            kind: sheet.stage === AddMachineView.Joined ? AppButton.Primary : AppButton.Quiet
            text: qsTr("Close")
            onClicked: sheet.close()
        }
    ]
}
