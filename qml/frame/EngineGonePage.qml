// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// Freehold has stopped on this machine, or the one that is shown can't be reached: what happened, what it means, what to do.
PageScroll {
    id: page

    required property FrameView frame

    PageHeading {
        Layout.fillWidth: true
        narrow: page.narrow
        text: page.frame.elsewhere !== "" ? qsTr("%1 can't be reached").arg(page.frame.elsewhere) : page.frame.stoppedAt !== "" ? qsTr("Freehold has stopped on this machine") : qsTr("Freehold is not running on this machine")
        Accessible.focusable: true
    }
    AppText {
        Layout.fillWidth: true
        visible: page.frame.stoppedAt !== "" && page.frame.elsewhere === ""
        text: qsTr("Your house goes on without it.")
        color: Tokens.text2
    }
    Card {
        Layout.fillWidth: true
        Layout.maximumWidth: 640
        Layout.topMargin: Tokens.space5
        implicitHeight: column.implicitHeight + 2 * Tokens.space6
        border.color: Tokens.alertEdge

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Tokens.space6
            spacing: Tokens.space4

            Told {
                iconName: "alert"
                ink: Tokens.alert
                title: qsTr("What happened")
                text: page.frame.happened
            }
            Told {
                iconName: "shield"
                title: qsTr("What it means")
                text: page.frame.means
            }
            Told {
                iconName: "repair"
                title: qsTr("What to do")
                text: page.frame.remedy
                last: true
            }
            AppButton {
                Layout.leftMargin: 36
                visible: page.frame.mayStart
                enabled: !page.frame.starting
                kind: AppButton.Primary
                text: page.frame.starting ? qsTr("Starting…") : qsTr("Start Freehold")
                onClicked: page.frame.start()
            }
            Hairline {
                Layout.fillWidth: true
                visible: details.visible
            }
            Disclosure {
                id: details

                Layout.fillWidth: true
                visible: page.frame.details !== ""
                title: qsTr("Details")
                hint: qsTr("what the engine, the part that works in the background, said last")

                ColumnLayout {
                    spacing: Tokens.space1

                    Rectangle {
                        Layout.fillWidth: true
                        implicitHeight: words.implicitHeight + 2 * Tokens.space3
                        color: Tokens.sunk
                        radius: Tokens.radius

                        AppText {
                            id: words

                            x: Tokens.space3
                            y: Tokens.space3
                            width: parent.width - 2 * Tokens.space3
                            text: page.frame.details
                            size: Tokens.small
                            color: Tokens.text2
                            font.family: "monospace"
                            wrapMode: Text.WrapAnywhere
                        }
                    }
                    AppButton {
                        small: true
                        iconName: "copy"
                        text: qsTr("Copy")
                        onClicked: page.frame.copy(page.frame.details)
                    }
                }
            }
        }
    }
    RowLayout {
        Layout.topMargin: Tokens.space4
        visible: page.frame.stoppedAt !== "" && page.frame.lastKnown !== ""
        spacing: Tokens.space3

        Icon {
            name: "clock"
        }
        AppText {
            Layout.fillWidth: true
            //: a time, then sentences
            text: qsTr("At %1: %2").arg(page.frame.stoppedAt).arg(page.frame.lastKnown)
            color: Tokens.text2
        }
    }
}
