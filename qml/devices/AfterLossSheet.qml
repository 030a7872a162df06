// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// A machine is gone: what Freehold has done about it, and what is left to do, with a button each.
Sheet {
    id: sheet

    required property LossView loss

    title: qsTr("%1 is forgotten").arg(sheet.loss.name)
    wanted: 560
    onOpened: {
        wifi.opened = false;
        wifi.done = false;
        signedIn.done = false;
    }

    SectionHeading {
        text: qsTr("What is done")
    }
    TaskRow {
        done: true
        text: qsTr("No machine of the house talks to %1 any more, and nothing that it changes counts.").arg(sheet.loss.name)
    }
    TaskRow {
        done: true
        text: qsTr("Your machines have new secrets among themselves, which %1 does not know.").arg(sheet.loss.name)
    }
    SectionHeading {
        Layout.topMargin: Tokens.space2
        text: qsTr("If it was lost or stolen")
    }
    TaskRow {
        visible: sheet.loss.hadBackups
        done: sheet.loss.backups === 0
        text: done ? qsTr("The backups made on %1 let nobody in any more.").arg(sheet.loss.name) : qsTr("Backups made on %1 can let a machine into the house, for whoever knows their passphrase.").arg(sheet.loss.name)
        action: qsTr("Make invalid")
        onActed: sheet.loss.makeBackupsVoid()
    }
    TaskRow {
        id: wifi

        property bool opened: false
        readonly property bool opens: !opened && sheet.loss.router.toString() !== ""

        text: qsTr("%1 knows the Wi-Fi password: whoever has it gets onto your network. Change it at the router.").arg(sheet.loss.name)
        action: opens ? qsTr("Open the router") : qsTr("It is changed")
        onActed: {
            if (wifi.opens) {
                wifi.opened = true;
                Qt.openUrlExternally(sheet.loss.router);
            } else {
                wifi.done = true;
            }
        }
    }
    TaskRow {
        id: signedIn

        text: qsTr("Mail, bank, shops: whatever was signed in on %1 still is. Sign it out from another machine, and change those passwords.").arg(sheet.loss.name)
        action: qsTr("It is changed")
        onActed: signedIn.done = true
    }
    buttons: [
        AppButton {
            kind: AppButton.Primary
            text: qsTr("Close")
            onClicked: sheet.close()
        }
    ]
}
