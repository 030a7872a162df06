// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings
    required property BackupView backup

    title: qsTr("Backup")

    SettingRow {
        name: qsTr("The house in one file")
        meaning: group.settings.owner ? qsTr("With its history, sealed with a passphrase. It brings the house back when all its machines are gone.") : qsTr("Only an owner can make one")
        last: group.backup.admitting.count === 0

        AppButton {
            text: qsTr("Back up…")
            enabled: group.settings.owner
            onClicked: {
                group.backup.beginAgain();
                sheet.open();
            }
        }
    }
    Repeater {
        model: group.backup.admitting

        SettingRow {
            id: row

            required property string backup
            required property string machine
            required property string made
            required property int index

            name: qsTr("Backup made on %1").arg(row.machine)
            meaning: qsTr("%1. Who has the file and its passphrase can let one machine in with it.").arg(row.made)
            last: row.index === group.backup.admitting.count - 1

            AppButton {
                text: qsTr("Make invalid…")
                enabled: group.settings.owner
                onClicked: ending.ask(row.backup, row.machine)
            }
        }
    }
    EndBackupSheet {
        id: ending

        onAgreed: backup => group.backup.admitting.makeVoid(backup)
    }
    BackupSheet {
        id: sheet

        backup: group.backup
    }
}
