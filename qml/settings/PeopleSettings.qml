// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

SettingGroup {
    id: group

    required property SettingsView settings

    title: qsTr("People")
    action: [
        AppText {
            visible: !group.settings.owner
            text: qsTr("Only an owner can change this")
            size: Tokens.small
            color: Tokens.text3
        },
        AppButton {
            kind: AppButton.Quiet
            small: true
            iconName: "plus"
            text: qsTr("Add a person")
            enabled: group.settings.owner
            onClicked: sheet.open()
        }
    ]

    Repeater {
        model: group.settings.people

        PersonRow {
            roles: group.settings.roles
            changeable: group.settings.owner
            onRenamed: name => group.settings.people.rename(personId, name)
            onRoleChosen: role => group.settings.people.setRole(personId, role)
            onRemoved: group.settings.people.remove(personId)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space2
        Layout.bottomMargin: Tokens.space2
        spacing: Tokens.space2

        Icon {
            Layout.alignment: Qt.AlignTop
            name: "info"
            size: 16
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Owners may change everything. Members may name devices and say whose they are. Guests only look. Whoever you remove can be brought back in History, with Undo.")
            size: Tokens.small
            color: Tokens.text2
        }
    }
    AddPersonSheet {
        id: sheet

        roles: group.settings.roles
        onAdded: (name, role, birthYear) => group.settings.people.add(name, role, birthYear)
    }
}
