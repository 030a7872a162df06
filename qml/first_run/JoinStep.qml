// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Step 2, the other way: a house that there is already.
FirstStep {
    id: step

    required property JoinView join
    readonly property int stage: join.stage

    function go() {
        switch (stage) {
        case JoinView.Asking:
            step.join.ask(field.text);
            break;
        case JoinView.Agreed:
            step.join.confirm();
            break;
        case JoinView.Over:
            step.join.beginAgain();
            break;
        }
    }
    function goBack() {
        step.join.cancel();
        step.firstRun.way = FirstRunView.New;
    }

    question: join.house !== "" ? qsTr("Join %1").arg(join.house) : stage === JoinView.Digits ? qsTr("Type these digits on %1").arg(join.peer) : qsTr("Which house does it join?")
    why: {
        switch (stage) {
        case JoinView.Digits:
            return qsTr("In Freehold there, choose Devices, then Add a machine.");
        case JoinView.Agreed:
            return qsTr("%1 says yes. Now this machine has to.").arg(join.peer);
        case JoinView.Copying:
            return join.progress !== "" ? qsTr("Copying the house: %1 so far.").arg(join.progress) : qsTr("Copying the house.");
        case JoinView.Over:
            return qsTr("This machine has not joined.");
        default:
            return qsTr("In Freehold on a machine of that house, choose Devices, then Add a machine. It is then found here, or shows what to type.");
        }
    }
    next: {
        switch (stage) {
        case JoinView.Agreed:
        case JoinView.Copying:
            return qsTr("Join %1").arg(join.house);
        case JoinView.Over:
            return qsTr("Begin again");
        case JoinView.Digits:
            return ""; // it is the other side's turn
        default:
            return qsTr("Ask to join");
        }
    }
    mayGoBack: stage !== JoinView.Copying
    complete: stage === JoinView.Asking ? field.text.trim() !== "" : stage === JoinView.Agreed || stage === JoinView.Over

    ColumnLayout {
        Layout.fillWidth: true
        Layout.maximumWidth: 480
        Layout.bottomMargin: Tokens.space4
        visible: step.stage === JoinView.Asking && found.count > 0
        spacing: Tokens.space1

        SectionHeading {
            text: qsTr("Near you")
        }
        Repeater {
            id: found

            model: step.join.found

            FoundRow {
                Layout.fillWidth: true
                onClicked: step.join.ask(device)
            }
        }
        AppText {
            Layout.topMargin: Tokens.space3
            text: qsTr("Or type where it is:")
            color: Tokens.text2
        }
    }
    AppField {
        id: field

        Layout.fillWidth: true
        Layout.maximumWidth: 480
        visible: step.stage === JoinView.Asking || step.stage === JoinView.Calling
        enabled: step.stage === JoinView.Asking
        name: qsTr("Address or invitation")
        placeholderText: qsTr("An address, or an invitation")
        maximumLength: 2000
        settles: false
        focus: true
        onAccepted: {
            if (step.complete)
                step.go();
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: step.stage === JoinView.Calling
        text: qsTr("Asking.")
        color: Tokens.text2
    }
    PairingDigits {
        Layout.topMargin: Tokens.space2
        Layout.bottomMargin: Tokens.space5
        visible: step.stage === JoinView.Digits
        shown: step.join.digits
    }
    RowLayout {
        Layout.fillWidth: true
        visible: step.stage === JoinView.Over
        spacing: Tokens.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            name: "alert"
            size: 20
            color: Tokens.alert
        }
        AppText {
            Layout.fillWidth: true
            text: step.join.end
            color: Tokens.alert
            Accessible.role: Accessible.AlertMessage
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: step.stage === JoinView.Digits || step.stage === JoinView.Agreed
        spacing: Tokens.space3

        SectionHeading {
            text: qsTr("What it will mean")
        }
        MeaningRow {
            iconName: "home"
            text: qsTr("This machine will hold a copy of the house and its history.")
        }
        MeaningRow {
            iconName: "people"
            text: qsTr("Who lives there will see when it is online, and can change what it does for the house.")
        }
        MeaningRow {
            iconName: "folder"
            text: qsTr("Your files stay yours: nothing on it is shared until you say so.")
        }
        AppText {
            Layout.topMargin: Tokens.space3
            Layout.fillWidth: true
            visible: text !== ""
            text: step.join.left === "" ? "" : step.stage === JoinView.Digits ? qsTr("Waiting for %1, %2 left.").arg(step.join.peer).arg(step.join.left) : qsTr("%1 left.").arg(step.join.left)
            size: Tokens.small
            color: Tokens.text2
        }
        AppText {
            Layout.fillWidth: true
            visible: step.stage === JoinView.Digits
            text: qsTr("If the digits are said to be wrong, another machine may stand between the two. Nothing was shared then; begin again.")
            size: Tokens.small
            color: Tokens.text2
        }
    }
}
