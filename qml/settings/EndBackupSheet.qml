// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// What it means that a backup lets nobody in any more, before it does: it can't be undone.
Sheet {
    id: sheet

    property string backup: ""
    property string machine: ""

    signal agreed(string backup)

    function ask(backup: string, machine: string) {
        sheet.backup = backup;
        sheet.machine = machine;
        sheet.open();
    }

    title: qsTr("Make the backup of %1 invalid?").arg(sheet.machine)
    wanted: 520

    MeaningRow {
        iconName: "barred"
        text: qsTr("No machine gets into the house by it any more. This can't be undone.")
    }
    MeaningRow {
        iconName: "eye"
        text: qsTr("Who has the file and its passphrase can still read what is in it.")
    }
    MeaningRow {
        iconName: "plus"
        text: qsTr("You can make another backup whenever you like.")
    }
    buttons: [
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            kind: AppButton.Alert
            text: qsTr("Make invalid")
            onClicked: {
                sheet.agreed(sheet.backup);
                sheet.close();
            }
        }
    ]
}
