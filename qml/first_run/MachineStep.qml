// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Step 1: what this machine is called.
FirstStep {
    id: step

    question: qsTr("What is this machine called?")
    why: qsTr("Freehold shows the devices around you by name and keeps your house's settings on your own machines. The others will see this one by the name you give it.")
    next: qsTr("Go on")
    complete: field.text.trim() !== ""

    function go() {
        step.firstRun.nameMachine(field.text);
    }

    AppField {
        id: field

        Layout.preferredWidth: 320
        name: qsTr("Name of this machine")
        value: step.firstRun.machine
        settles: false
        focus: true
        onAccepted: {
            if (step.complete)
                step.go();
        }
    }
}
