// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Asks for a passphrase that the vault is to have.
Sheet {
    id: sheet

    readonly property bool same: first.text !== "" && first.text === second.text

    signal sealed(string passphrase)

    function answer() {
        if (!same)
            return;
        sheet.sealed(first.text);
        sheet.close();
    }

    title: qsTr("Choose a passphrase for the vault")
    wanted: 460

    onOpened: first.forceActiveFocus()
    onClosed: {
        first.clear();
        second.clear();
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("The vault holds the keys with which this machine signs changes. From its next start on Freehold asks for this passphrase before anything can be changed. Nobody can bring it back if it is forgotten.")
        color: Tokens.text2
    }
    AppField {
        id: first

        Layout.fillWidth: true
        name: qsTr("Passphrase")
        placeholderText: qsTr("Passphrase")
        echoMode: TextInput.Password
        settles: false
        focus: true
    }
    AppField {
        id: second

        Layout.fillWidth: true
        name: qsTr("The same again")
        placeholderText: qsTr("The same again")
        echoMode: TextInput.Password
        settles: false
        onAccepted: sheet.answer()
    }
    buttons: [
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            kind: AppButton.Primary
            text: qsTr("Use this passphrase")
            enabled: sheet.same
            onClicked: sheet.answer()
        }
    ]
}
