// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts

/// A file's place, typed or chosen.
RowLayout {
    id: field

    property alias path: text.text
    property string name: ""
    property string placeholder: ""
    property string filter: ""
    property bool saves: false ///< the file is to be written, not to be read

    signal chosen(url file)

    spacing: Tokens.space2

    AppField {
        id: text

        Layout.fillWidth: true
        name: field.name
        placeholderText: field.placeholder
        settles: false
        maximumLength: 4000
    }
    AppButton {
        text: qsTr("Choose…")
        onClicked: {
            dialog.active = true;
            (dialog.item as FileDialog).open();
        }
    }
    // Made when it is first asked for: it brings a good part of Qt's controls with it.
    Loader {
        id: dialog

        active: false
        visible: false
        sourceComponent: FileDialog {
            title: field.name
            fileMode: field.saves ? FileDialog.SaveFile : FileDialog.OpenFile
            nameFilters: [field.filter]
            onAccepted: field.chosen(selectedFile)
        }
    }
}
