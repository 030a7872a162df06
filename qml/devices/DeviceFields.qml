// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What a person says of a device. Each is a change at once.
GridLayout {
    id: fields

    required property DeviceView device

    columns: 2
    columnSpacing: Tokens.space4
    rowSpacing: Tokens.space2

    AppText {
        Layout.minimumWidth: 84
        text: qsTr("Name")
        color: Tokens.text2
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppField {
        Layout.fillWidth: true
        name: qsTr("Name")
        value: fields.device.name
        subject: fields.device.device
        onSettled: (text, subject) => fields.device.renameDevice(subject, text)
    }
    AppText {
        text: qsTr("Owner")
        color: Tokens.text2
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    ChoiceBox {
        Layout.fillWidth: true
        name: qsTr("Owner")
        model: fields.device.owners
        currentIndex: fields.device.isNew ? -1 : fields.device.owner
        displayText: currentIndex < 0 ? qsTr("Not said yet") : currentText
        onActivated: index => fields.device.give(index)
    }
    AppText {
        text: qsTr("Kind")
        color: Tokens.text2
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    ChoiceBox {
        Layout.fillWidth: true
        name: qsTr("Kind")
        model: fields.device.kinds
        currentIndex: fields.device.kind
        onActivated: index => fields.device.setKind(index)
    }
}
