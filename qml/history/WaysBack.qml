// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Undo, redo, keep, choose, and putting the house back; under each button what goes with it.
ColumnLayout {
    id: ways

    required property ChangeView change

    spacing: Tokens.space2

    Hairline {
        Layout.fillWidth: true
        Layout.leftMargin: -Tokens.space6 + 1
        Layout.rightMargin: -Tokens.space6 + 1
        Layout.topMargin: Tokens.space3
        Layout.bottomMargin: Tokens.space3
    }
    RowLayout {
        spacing: Tokens.space2

        AppButton {
            visible: ways.change.tried
            kind: AppButton.Primary
            iconName: "check"
            text: qsTr("Keep")
            onClicked: ways.change.keep()
        }
        AppButton {
            visible: ways.change.undoable
            kind: ways.change.tried ? AppButton.Second : AppButton.Primary
            iconName: "undo"
            text: ways.change.tried ? qsTr("Stop now") : qsTr("Undo")
            onClicked: ways.change.undo()
        }
        AppButton {
            visible: ways.change.gone
            iconName: "redo"
            text: qsTr("Make it again")
            onClicked: ways.change.redo()
        }
        AppButton {
            visible: ways.change.leftOut
            kind: AppButton.Primary
            iconName: "choice"
            text: qsTr("Use this one")
            onClicked: ways.change.choose()
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: ways.change.undoWords
        color: Tokens.text2
    }
    AppButton {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space3
        visible: ways.change.restoring.possible
        iconName: "history"
        text: ways.change.restoreButton
        onClicked: ways.change.restoring.restore()
    }
    GoingChanges {
        Layout.fillWidth: true
        visible: ways.change.restoring.possible
        restoring: ways.change.restoring
    }
}
