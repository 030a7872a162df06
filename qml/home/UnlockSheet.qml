// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Style

/// Asks for the vault's passphrase.
Sheet {
    id: sheet

    signal unlocked(string passphrase)

    function answer() {
        if (field.text === "")
            return;
        sheet.unlocked(field.text);
        field.clear();
        sheet.close();
    }

    title: qsTr("Unlock the vault")
    wanted: 460
    onOpened: field.forceActiveFocus()
    onClosed: field.clear()

    AppText {
        Layout.fillWidth: true
        text: qsTr("The vault holds the keys with which this machine signs changes. While it is locked everything goes on as it is, and nothing can be changed.")
        color: Tokens.text2
    }
    AppField {
        id: field

        Layout.fillWidth: true
        name: qsTr("Passphrase")
        placeholderText: qsTr("Passphrase")
        echoMode: TextInput.Password
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
            kind: AppButton.Primary
            text: qsTr("Unlock")
            enabled: field.text !== ""
            onClicked: sheet.answer()
        }
    ]
}
