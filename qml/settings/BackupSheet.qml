// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Asks where the backup goes and what seals it, and says when it is there.
Sheet {
    id: sheet

    required property BackupView backup
    readonly property int stage: backup.stage
    readonly property bool asks: stage === BackupView.Asking || stage === BackupView.Failed
    readonly property bool complete: asks && file.path !== "" && first.text !== "" && first.text === second.text

    function answer() {
        if (!complete)
            return;
        sheet.backup.make(file.path, first.text, seen.on);
        first.clear();
        second.clear();
    }

    title: stage === BackupView.Made ? qsTr("The backup is made") : qsTr("Back up the house")
    wanted: 520
    note: stage === BackupView.Writing ? (backup.progress !== "" ? qsTr("Writing: %1 so far.").arg(backup.progress) : qsTr("Writing.")) : ""
    onOpened: {
        file.path = sheet.backup.suggested;
        first.forceActiveFocus();
    }
    onClosed: {
        first.clear();
        second.clear();
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: sheet.stage !== BackupView.Made
        spacing: Tokens.space3

        AppText {
            Layout.fillWidth: true
            text: qsTr("The file holds the house, its history, and what lets a machine back in. Who has it and the passphrase has the house: keep the two apart, and neither on this machine alone. Nobody can bring the passphrase back if it is forgotten.")
            color: Tokens.text2
        }
        FileField {
            id: file

            Layout.fillWidth: true
            enabled: sheet.asks
            saves: true
            name: qsTr("File")
            placeholder: qsTr("Where it goes")
            filter: qsTr("Backups of Freehold (*.freehold)")
            onChosen: chosen => file.path = sheet.backup.pathOf(chosen)
        }
        AppField {
            id: first

            Layout.fillWidth: true
            enabled: sheet.asks
            name: qsTr("Passphrase")
            placeholderText: qsTr("Passphrase")
            echoMode: TextInput.Password
            settles: false
            focus: true
        }
        AppField {
            id: second

            Layout.fillWidth: true
            enabled: sheet.asks
            name: qsTr("The same again")
            placeholderText: qsTr("The same again")
            echoMode: TextInput.Password
            settles: false
            onAccepted: sheet.answer()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Tokens.space3

            AppText {
                Layout.fillWidth: true
                text: qsTr("Also what this machine has seen: the devices around it, and what happened. The house does not need it.")
                color: Tokens.text2
                wrapMode: Text.Wrap
            }
            AppSwitch {
                id: seen

                enabled: sheet.asks
                text: qsTr("Also what this machine has seen")
                onAsked: on => seen.on = on
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: sheet.backup.end !== ""
        spacing: Tokens.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            name: sheet.stage === BackupView.Made ? "check" : "alert"
            size: 20
            color: sheet.stage === BackupView.Made ? Tokens.accent : Tokens.alert
        }
        AppText {
            Layout.fillWidth: true
            text: sheet.backup.end
            color: sheet.stage === BackupView.Made ? Tokens.text : Tokens.alert
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
    }
    buttons: [
        AppButton {
            kind: AppButton.Quiet
            visible: sheet.stage !== BackupView.Made
            text: sheet.stage === BackupView.Writing ? qsTr("Close") : qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            kind: AppButton.Primary
            visible: sheet.stage !== BackupView.Made
            text: qsTr("Back up")
            enabled: sheet.complete
            onClicked: sheet.answer()
        },
        AppButton {
            kind: AppButton.Primary
            visible: sheet.stage === BackupView.Made
            text: qsTr("Done")
            onClicked: sheet.close()
        }
    ]
}
