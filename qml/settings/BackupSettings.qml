// SPDX-License-Identifier: GPL-3.0-or-later
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
        last: true

        AppButton {
            text: qsTr("Back up…")
            enabled: group.settings.owner
            onClicked: {
                group.backup.beginAgain();
                sheet.open();
            }
        }
    }
    BackupSheet {
        id: sheet

        backup: group.backup
    }
}
