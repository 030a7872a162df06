// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Asks who is added.
Sheet {
    id: sheet

    required property list<string> roles
    readonly property bool complete: nameField.text.trim() !== ""

    signal added(string name, int role, string birthYear)

    function answer() {
        if (!complete)
            return;
        sheet.added(nameField.text, roleBox.currentIndex, yearField.text);
        sheet.close();
    }

    title: qsTr("Add a person")
    wanted: 460
    onOpened: nameField.forceActiveFocus()
    onClosed: {
        nameField.clear();
        yearField.clear();
        roleBox.currentIndex = PeopleModel.Member;
    }

    AppText {
        text: qsTr("Name")
        color: Tokens.text2
        Accessible.ignored: true
    }
    AppField {
        id: nameField

        Layout.fillWidth: true
        name: qsTr("Name")
        settles: false
        onAccepted: sheet.answer()
    }
    AppText {
        text: qsTr("Role")
        color: Tokens.text2
        Accessible.ignored: true
    }
    ChoiceBox {
        id: roleBox

        Layout.fillWidth: true
        name: qsTr("Role")
        model: sheet.roles
        currentIndex: PeopleModel.Member
    }
    AppText {
        text: qsTr("Year of birth, if you like")
        color: Tokens.text2
        Accessible.ignored: true
    }
    AppField {
        id: yearField

        Layout.preferredWidth: 120
        name: qsTr("Year of birth")
        settles: false
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: 4
        validator: RegularExpressionValidator {
            regularExpression: /[0-9]{0,4}/
        }
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
            text: nameField.text.trim() !== "" ? qsTr("Add %1").arg(nameField.text.trim()) : qsTr("Add")
            enabled: sheet.complete
            onClicked: sheet.answer()
        }
    ]
}
