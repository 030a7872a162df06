// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Freehold.Desktop
import Freehold.Style

/// The first minutes, in four short steps that can be left and taken up again.
AppPage {
    id: page

    required property FirstRunView firstRun
    required property SettingsView settings
    required property JoinView join
    required property RestoreBackupView restore
    readonly property int margin: narrow ? Tokens.space4 : Tokens.space8

    footHeight: bar.height

    Row {
        anchors.left: parent.left
        anchors.leftMargin: page.margin
        y: Tokens.space5
        spacing: Tokens.space2

        Icon {
            name: "logo"
            size: 32
            color: Tokens.accent
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Freehold")
            font.weight: Font.DemiBold
        }
    }
    StepBar {
        id: steps

        x: (page.width - width) / 2
        y: page.narrow ? 72 : 84
        width: Math.min(720, page.width - 2 * page.margin)
        current: page.firstRun.step
        narrow: page.narrow
    }
    Flickable {
        anchors.top: steps.bottom
        anchors.bottom: bar.top
        anchors.topMargin: page.narrow ? Tokens.space6 : 48
        width: parent.width
        contentHeight: step.implicitHeight + Tokens.space6
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScrollBar {}

        Loader {
            id: step

            x: steps.x
            width: steps.width
            focus: true
            onLoaded: forceActiveFocus() // one types on, whatever took one here
            sourceComponent: [machineStep, [houseStep, joinStep, restoreStep][page.firstRun.way], peopleStep, readyStep][page.firstRun.step]
        }
    }
    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        height: 76
        color: Tokens.window

        Hairline {
            width: parent.width
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: page.margin
            anchors.rightMargin: page.margin
            spacing: Tokens.space3

            AppText {
                Layout.fillWidth: true
                text: page.narrow ? qsTr("Step %1 of 4").arg(page.firstRun.step + 1) : qsTr("Step %1 of 4. You can close this window and go on later.").arg(page.firstRun.step + 1)
                color: Tokens.text2
            }
            AppButton {
                visible: page.firstRun.step === FirstRunView.House || page.firstRun.step === FirstRunView.Ready
                enabled: (step.item as FirstStep)?.mayGoBack ?? true
                kind: AppButton.Quiet
                text: qsTr("Back")
                onClicked: (step.item as FirstStep)?.goBack()
            }
            AppButton {
                kind: AppButton.Primary
                visible: text !== ""
                text: (step.item as FirstStep)?.next ?? ""
                enabled: !page.firstRun.busy && ((step.item as FirstStep)?.complete ?? false)
                onClicked: (step.item as FirstStep)?.go()
            }
        }
    }

    Component {
        id: machineStep

        MachineStep {
            firstRun: page.firstRun
            narrow: page.narrow
        }
    }
    Component {
        id: houseStep

        HouseStep {
            firstRun: page.firstRun
            narrow: page.narrow
        }
    }
    Component {
        id: joinStep

        JoinStep {
            firstRun: page.firstRun
            join: page.join
            narrow: page.narrow
        }
    }
    Component {
        id: restoreStep

        RestoreStep {
            firstRun: page.firstRun
            restore: page.restore
            narrow: page.narrow
        }
    }
    Component {
        id: peopleStep

        PeopleStep {
            firstRun: page.firstRun
            settings: page.settings
            narrow: page.narrow
        }
    }
    Component {
        id: readyStep

        ReadyStep {
            firstRun: page.firstRun
            settings: page.settings
            narrow: page.narrow
        }
    }
}
