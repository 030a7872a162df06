// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Step 2, the third way: a house whose backup there is.
FirstStep {
    id: step

    required property RestoreBackupView restore
    readonly property int stage: restore.stage
    readonly property bool asks: stage === RestoreBackupView.Asking || stage === RestoreBackupView.Failed

    function go() {
        if (stage === RestoreBackupView.Known) {
            step.restore.restore();
            return;
        }
        step.restore.look(file.path, passphrase.text);
        passphrase.clear();
    }
    function goBack() {
        step.restore.beginAgain();
        step.firstRun.way = FirstRunView.New;
    }

    question: restore.house !== "" ? qsTr("Restore %1?").arg(restore.house) : qsTr("Which backup?")
    why: {
        switch (stage) {
        case RestoreBackupView.Looking:
            return qsTr("Every signature in it is looked at.");
        case RestoreBackupView.Known:
            return restore.origin;
        case RestoreBackupView.Restoring:
            return qsTr("Restoring the house.");
        default:
            return qsTr("The file that Back up made, and the passphrase that it was sealed with.");
        }
    }
    next: stage === RestoreBackupView.Known || stage === RestoreBackupView.Restoring ? qsTr("Restore %1").arg(restore.house) : qsTr("Look at it")
    mayGoBack: stage !== RestoreBackupView.Restoring
    complete: asks ? file.path !== "" && passphrase.text !== "" : stage === RestoreBackupView.Known

    FileField {
        id: file

        Layout.fillWidth: true
        Layout.maximumWidth: 480
        visible: step.stage !== RestoreBackupView.Known && step.stage !== RestoreBackupView.Restoring
        enabled: step.asks
        name: qsTr("File")
        placeholder: qsTr("The backup's file")
        filter: qsTr("Backups of Freehold (*.freehold)")
        onChosen: chosen => file.path = step.restore.pathOf(chosen)
    }
    AppField {
        id: passphrase

        Layout.fillWidth: true
        Layout.maximumWidth: 480
        visible: file.visible
        enabled: step.asks
        name: qsTr("Passphrase")
        placeholderText: qsTr("Passphrase")
        echoMode: TextInput.Password
        settles: false
        onAccepted: {
            if (step.complete)
                step.go();
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: step.stage === RestoreBackupView.Failed
        spacing: Tokens.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            name: "alert"
            size: 20
            color: Tokens.alert
        }
        AppText {
            Layout.fillWidth: true
            text: step.restore.end
            color: Tokens.alert
            Accessible.role: Accessible.AlertMessage
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: step.stage === RestoreBackupView.Known
        spacing: Tokens.space3

        SectionHeading {
            text: qsTr("What it will mean")
        }
        MeaningRow {
            iconName: "home"
            text: qsTr("This machine has the house and its history as they were then, as a new machine with a key of its own.")
        }
        MeaningRow {
            iconName: "people"
            text: qsTr("Other machines of the house that are still there let it in, and bring it up to date.")
        }
        MeaningRow {
            iconName: "info"
            text: qsTr("The machine that made the backup stays in the house until you say that it is gone.")
        }
    }
}
