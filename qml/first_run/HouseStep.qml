// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Step 2: a new house.
FirstStep {
    id: step

    question: qsTr("What is your house called?")
    why: qsTr("A house is your household's own cloud: its people and its devices. It lives on your own machines and nowhere else.")
    next: field.text.trim() !== "" ? qsTr("Create the house %1").arg(field.text.trim()) : qsTr("Create the house")
    complete: field.text.trim() !== ""

    function go() {
        step.firstRun.createHouse(field.text);
    }

    AppField {
        id: field

        Layout.preferredWidth: 320
        name: qsTr("Name of the house")
        placeholderText: qsTr("A family name, for example")
        settles: false
        focus: true
        onAccepted: {
            if (step.complete)
                step.go();
        }
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: 600
        Layout.topMargin: Tokens.space2
        text: qsTr("%1 is its first machine. You can change the name later.").arg(step.firstRun.machine)
        size: Tokens.small
        color: Tokens.text3
    }
    Hairline {
        Layout.fillWidth: true
        Layout.maximumWidth: 600
        Layout.topMargin: Tokens.space5
        Layout.bottomMargin: Tokens.space3
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: 600
        text: qsTr("Is there a house already, on another machine? Then this one joins it and holds the same.")
        color: Tokens.text2
    }
    AppButton {
        Layout.topMargin: Tokens.space1
        text: qsTr("Join a house…")
        onClicked: step.firstRun.way = FirstRunView.Join
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: 600
        Layout.topMargin: Tokens.space4
        text: qsTr("Are its machines gone, and is there a backup? Then this one takes up where that left off.")
        color: Tokens.text2
    }
    AppButton {
        Layout.topMargin: Tokens.space1
        text: qsTr("Restore from a backup…")
        onClicked: step.firstRun.way = FirstRunView.Restore
    }
}
