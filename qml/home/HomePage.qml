// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// The state of the house in a sentence, what needs a person, what is being tried, and the map.
PageScroll {
    id: page

    required property HomeView home
    required property TrialsModel trials
    required property MapModel map

    signal deviceAsked(string device)
    signal addMachineAsked
    signal historyAsked

    function act(action: int, subject: string) {
        switch (action) {
        case HomeView.ShowDevice:
            page.deviceAsked(subject);
            break;
        case HomeView.Unlock:
            unlock.open();
            break;
        case HomeView.AskAgain:
            page.home.askAgain();
            break;
        case HomeView.Seal:
            seal.open();
            break;
        case HomeView.AddMachine:
            page.addMachineAsked();
            break;
        case HomeView.ShowHistory:
            page.historyAsked();
            break;
        }
    }

    PageHeading {
        Layout.fillWidth: true
        narrow: page.narrow
        text: page.home.headline
    }
    AppText {
        Layout.fillWidth: true
        text: page.narrow ? page.home.shortCounts : page.home.counts
        color: Tokens.text2
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: Tokens.space5
        visible: page.home.attention.length > 0
        spacing: Tokens.space2

        Repeater {
            model: page.home.attention

            AttentionCard {
                required property attention modelData

                Layout.fillWidth: true
                title: modelData.title
                meaning: modelData.meaning
                remedy: modelData.remedy
                iconName: modelData.icon
                calm: modelData.calm
                narrow: page.narrow
                onAsked: page.act(modelData.action, modelData.subject)
            }
        }
    }
    SectionHeading {
        Layout.topMargin: Tokens.space5
        Layout.bottomMargin: Tokens.space1
        visible: page.trials.count > 0
        text: qsTr("Being tried now")
    }
    GridLayout {
        Layout.fillWidth: true
        visible: page.trials.count > 0
        columns: page.wide && page.trials.count > 1 ? 2 : 1
        columnSpacing: Tokens.space4
        rowSpacing: Tokens.space4

        Repeater {
            model: page.trials

            TrialCard {
                required property string changeId

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                narrow: page.narrow
                onKept: page.trials.keep(changeId)
                onStopped: page.trials.stop(changeId)
            }
        }
    }
    SectionHeading {
        Layout.topMargin: Tokens.space5
        Layout.bottomMargin: Tokens.space1
        visible: page.narrow
        text: qsTr("The house")
    }
    Loader {
        Layout.fillWidth: true
        Layout.topMargin: page.narrow ? 0 : Tokens.space6
        sourceComponent: page.narrow ? rooms : house
    }

    Component {
        id: house

        HouseMap {
            map: page.map
            onDeviceAsked: device => page.deviceAsked(device)
        }
    }
    Component {
        id: rooms

        RoomCounts {
            map: page.map
            onDeviceAsked: device => page.deviceAsked(device)
        }
    }
    UnlockSheet {
        id: unlock

        onUnlocked: passphrase => page.home.unlock(passphrase)
    }
    SealSheet {
        id: seal

        onSealed: passphrase => page.home.seal(passphrase)
    }
}
