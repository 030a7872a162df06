// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings
    required property Preferences preferences
    readonly property list<string> appearances: ["system", "light", "dark"]

    title: qsTr("Language and appearance")

    SettingRow {
        name: qsTr("Language")

        ChoiceBox {
            implicitWidth: 208
            name: qsTr("Language")
            model: group.settings.languages
            currentIndex: group.settings.language
            onActivated: index => group.settings.setLanguage(index)
        }
    }
    SettingRow {
        name: qsTr("Appearance")
        last: true

        SegmentedChoice {
            name: qsTr("Appearance")
            options: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            current: group.appearances.indexOf(group.preferences.appearance)
            onChosen: index => group.preferences.appearance = group.appearances[index]
        }
    }
}
