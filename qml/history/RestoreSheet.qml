// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Puts the house back to a day and a time, and shows what goes before it does it.
Sheet {
    id: sheet

    required property RestoreToTime toTime

    title: qsTr("Put the house back")
    wanted: 560
    onAboutToShow: sheet.toTime.begin()

    AppText {
        Layout.fillWidth: true
        text: qsTr("Names, owners and settings become what they were then. Nothing is lost: the changes that go stay in History, and this can be undone too.")
        color: Tokens.text2
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space2
        spacing: Tokens.space2

        IconButton {
            iconName: sheet.mirrored ? "chevron-right" : "chevron-left"
            text: qsTr("A day earlier")
            onClicked: sheet.toTime.moveBy(-1)
        }
        AppField {
            Layout.fillWidth: true
            Layout.maximumWidth: 160
            name: qsTr("Day")
            value: sheet.toTime.day
            onSettled: text => sheet.toTime.setDay(text)
        }
        IconButton {
            iconName: sheet.mirrored ? "chevron-left" : "chevron-right"
            text: qsTr("A day later")
            enabled: !sheet.toTime.latest
            onClicked: sheet.toTime.moveBy(1)
        }
        AppField {
            Layout.fillWidth: true
            Layout.maximumWidth: 120
            Layout.leftMargin: Tokens.space2
            name: qsTr("Time")
            value: sheet.toTime.time
            onSettled: text => sheet.toTime.setTime(text)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: sheet.toTime.refusal !== ""
        spacing: Tokens.space2

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            name: "alert"
            size: 16
            color: Tokens.alert
        }
        AppText {
            Layout.fillWidth: true
            text: sheet.toTime.refusal
            color: Tokens.alert
            Accessible.role: Accessible.AlertMessage
        }
    }
    GoingChanges {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space2
        visible: sheet.toTime.refusal === ""
        restoring: sheet.toTime
    }
    buttons: [
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        AppButton {
            kind: AppButton.Primary
            text: sheet.toTime.button
            enabled: sheet.toTime.possible && sheet.toTime.refusal === ""
            onClicked: {
                sheet.toTime.restore();
                sheet.close();
            }
        }
    ]
}
