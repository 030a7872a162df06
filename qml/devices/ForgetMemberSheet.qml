// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// What it means that a machine of the house goes, before it goes: it can't be undone, so its name is typed.
Sheet {
    id: sheet

    required property string name
    readonly property bool agreed: field.text.trim() === name

    signal forgotten

    function answer() {
        if (!agreed)
            return;
        sheet.forgotten();
        sheet.close();
    }

    title: qsTr("Forget %1").arg(name)
    wanted: 560
    onClosed: field.clear()

    SectionHeading {
        text: qsTr("What it will mean")
    }
    MeaningRow {
        iconName: "barred"
        text: qsTr("No machine of the house talks to %1 any more, and nothing that it changes counts.").arg(sheet.name)
    }
    MeaningRow {
        iconName: "history"
        text: qsTr("What it changed before stays, and can be taken back in History.")
    }
    SectionHeading {
        Layout.topMargin: Tokens.space2
        text: qsTr("What can't be undone")
    }
    MeaningRow {
        iconName: "eye"
        text: qsTr("%1 keeps the copy of the house that it has: names, people, devices and history as they are now. Whoever unlocks it can read that.").arg(sheet.name)
    }
    MeaningRow {
        iconName: "key"
        text: qsTr("Was it stolen? Then change the Wi-Fi password and what was signed in on it, too: Freehold doesn't know those.")
    }
    MeaningRow {
        iconName: "member"
        text: qsTr("To come back it joins anew, as a new machine.")
    }
    AppText {
        Layout.topMargin: Tokens.space2
        Layout.fillWidth: true
        text: qsTr("Type %1 to say that you mean it:").arg(sheet.name)
        color: Tokens.text2
        Accessible.ignored: true
    }
    AppField {
        id: field

        Layout.fillWidth: true
        name: qsTr("Type %1 to say that you mean it:").arg(sheet.name)
        settles: false
        focus: true
        onAccepted: sheet.answer()
    }
    buttons: [
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            kind: AppButton.Alert
            text: qsTr("Forget %1").arg(sheet.name)
            enabled: sheet.agreed
            onClicked: sheet.answer()
        }
    ]
}
