// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What concerns this machine, the house and this person. No Save: each is a change at once.
PageScroll {
    id: page

    required property SettingsView settings
    required property Preferences preferences
    required property BackupView backup

    signal quitAsked

    PageHeading {
        Layout.fillWidth: true
        narrow: page.narrow
        text: qsTr("Settings")
    }
    AppText {
        Layout.fillWidth: true
        Layout.bottomMargin: Tokens.space3
        text: qsTr("What concerns the house shows in History and can be undone; the rest stays on %1.").arg(page.settings.machine)
        color: Tokens.text2
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.wide ? 2 : 1
        columnSpacing: Tokens.space6
        rowSpacing: Tokens.space5

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space5

            MachineSettings {
                Layout.fillWidth: true
                settings: page.settings
                onQuitAsked: page.quitAsked()
            }
            HouseSettings {
                Layout.fillWidth: true
                settings: page.settings
            }
            BackupSettings {
                Layout.fillWidth: true
                settings: page.settings
                backup: page.backup
            }
            AboutSettings {
                Layout.fillWidth: true
                visible: page.wide
                settings: page.settings
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Tokens.space5

            PeopleSettings {
                Layout.fillWidth: true
                settings: page.settings
            }
            AppearanceSettings {
                Layout.fillWidth: true
                settings: page.settings
                preferences: page.preferences
            }
            NotificationSettings {
                Layout.fillWidth: true
                preferences: page.preferences
            }
            AboutSettings {
                Layout.fillWidth: true
                visible: !page.wide
                settings: page.settings
            }
        }
    }
}
