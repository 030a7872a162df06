// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Freehold.Desktop
import Freehold.Style

Window {
    id: window

    required property Desktop desktop
    readonly property FrameView frame: desktop.frame
    readonly property bool narrow: width < Tokens.narrowBelow
    readonly property bool wide: width >= Tokens.wideFrom
    readonly property bool firstRun: desktop.shown === Desktop.FirstRun

    width: 1180
    height: 760
    minimumWidth: 480
    minimumHeight: 560
    title: frame.house !== "" ? qsTr("%1 – Freehold").arg(frame.house) : qsTr("Freehold")
    color: Tokens.window
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Tokens
        property: "appearance"
        value: window.desktop.preferences.appearance
    }
    Binding {
        target: Tokens
        property: "reducedMotion"
        value: window.desktop.preferences.reducedMotion
    }

    Shortcut {
        sequences: [StandardKey.Undo]
        onActivated: window.desktop.undoLast()
    }
    Shortcut {
        sequences: [StandardKey.Find]
        onActivated: (page.item as AppPage)?.find()
    }
    Shortcut {
        sequences: [StandardKey.HelpContents]
        onActivated: help.open()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: window.frame.quit()
    }
    Repeater {
        model: 4

        Item {
            id: key

            required property int index

            Shortcut {
                sequence: "Ctrl+" + (key.index + 1)
                enabled: !window.firstRun
                onActivated: window.frame.page = key.index
            }
        }
    }

    Rail {
        id: rail

        anchors.left: parent.left
        visible: !window.narrow && !window.firstRun
        width: !visible ? 0 : window.wide ? Tokens.railWidth : Tokens.railNarrow
        height: parent.height
        desktop: window.desktop
        stacked: !window.wide
    }
    ElsewhereBar {
        id: elsewhere

        anchors.left: rail.right
        anchors.right: parent.right
        name: window.frame.elsewhere
        onBackAsked: window.frame.showThisMachine()
    }
    Loader {
        id: page

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: elsewhere.visible ? elsewhere.bottom : parent.top
        height: parent.height - (bar.visible ? bar.height : 0) - (elsewhere.visible ? elsewhere.height : 0)
        focus: true
        sourceComponent: {
            switch (window.desktop.shown) {
            case Desktop.FirstRun:
                return firstRunPage;
            case Desktop.EngineGone:
                return gonePage;
            case Desktop.Starting:
                return startingPage;
            case Desktop.Devices:
                return devicesPage;
            case Desktop.History:
                return historyPage;
            case Desktop.Settings:
                return settingsPage;
            default:
                return homePage;
            }
        }
    }
    BottomBar {
        id: bar

        visible: window.narrow && !window.firstRun
        width: parent.width
        anchors.bottom: parent.bottom
        desktop: window.desktop
    }
    NoticeBar {
        anchors.horizontalCenter: page.horizontalCenter
        anchors.bottom: page.bottom
        anchors.bottomMargin: Tokens.space5 + ((page.item as AppPage)?.footHeight ?? 0)
        width: Math.min(page.width - 2 * Tokens.space4, 640)
        text: window.frame.notice
        failure: window.frame.noticeIsFailure
        onDismissed: window.frame.dismissNotice()
    }
    HelpSheet {
        id: help
    }

    Component {
        id: homePage

        HomeLoader {
            desktop: window.desktop
            narrow: window.narrow
            wide: window.wide
        }
    }
    Component {
        id: devicesPage

        DevicesLoader {
            desktop: window.desktop
            narrow: window.narrow
            wide: window.wide
        }
    }
    Component {
        id: historyPage

        HistoryLoader {
            desktop: window.desktop
            narrow: window.narrow
            wide: window.wide
        }
    }
    Component {
        id: settingsPage

        SettingsLoader {
            desktop: window.desktop
            narrow: window.narrow
            wide: window.wide
        }
    }
    Component {
        id: firstRunPage

        FirstRunLoader {
            desktop: window.desktop
            narrow: window.narrow
        }
    }
    Component {
        id: gonePage

        EngineGonePage {
            frame: window.frame
            narrow: window.narrow
        }
    }
    Component {
        id: startingPage

        StartingPage {}
    }
}
