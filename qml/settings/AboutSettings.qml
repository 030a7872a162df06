// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings

    title: qsTr("About")

    SettingRow {
        name: qsTr("Freehold %1").arg(group.settings.version)
        meaning: qsTr("Free software under the GNU GPL, version 3 or later. No account needed.")
        last: true
    }
}
