// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Freehold.Desktop
import Freehold.Style

/// One device in full.
Flickable {
    id: detail

    required property DeviceView device
    property bool narrow: false
    property bool single: false
    property bool mayShow: true ///< what a machine shows, where this one is a machine of the house
    property int headroom: 0
    readonly property int room: 14 ///< beside the card, for the scroll bar
    readonly property bool mirrored: LayoutMirroring.enabled

    signal copied(string text)
    signal showAsked(string device, string name)
    signal backAsked

    onVisibleChanged: {
        if (visible && single)
            back.forceActiveFocus(Qt.TabFocusReason);
    }
    contentHeight: frame.y + frame.height + Tokens.space6
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: AppScrollBar {}

    AppButton {
        id: back

        x: detail.mirrored ? detail.width - width : 0
        y: detail.headroom
        visible: detail.single
        kind: AppButton.Quiet
        iconName: "chevron-left"
        text: qsTr("Devices")
        onClicked: detail.backAsked()
    }
    Card {
        id: frame

        y: detail.single ? back.y + back.height + Tokens.space3 : 0
        x: detail.mirrored ? detail.room : 0
        width: detail.width - detail.room
        height: column.implicitHeight + 2 * Tokens.space5

        ColumnLayout {
            id: column

            x: detail.narrow ? Tokens.space4 : Tokens.space6
            y: Tokens.space5
            width: parent.width - 2 * x
            spacing: Tokens.space2

            DeviceHead {
                device: detail.device
            }
            DeviceFields {
                Layout.fillWidth: true
                Layout.topMargin: Tokens.space3
                device: detail.device
            }
            Hairline {
                Layout.fillWidth: true
                Layout.topMargin: Tokens.space1
                Layout.bottomMargin: Tokens.space2
            }
            SectionHeading {
                text: qsTr("What it offers")
            }
            AppText {
                Layout.fillWidth: true
                visible: detail.device.services.length === 0
                text: qsTr("Nothing that it tells the network about.")
                color: Tokens.text2
            }
            Repeater {
                model: detail.device.services

                ServiceRow {
                    required property offeredService modelData

                    name: modelData.name
                    line: modelData.line
                    iconName: modelData.icon
                    url: modelData.url
                }
            }
            Hairline {
                Layout.fillWidth: true
                Layout.topMargin: Tokens.space2
                Layout.bottomMargin: Tokens.space1
            }
            Disclosure {
                Layout.fillWidth: true
                title: qsTr("Details")
                hint: qsTr("addresses, hardware, when it was seen")
                open: true

                ColumnLayout {
                    spacing: Tokens.space1

                    Repeater {
                        model: detail.device.addresses

                        DetailRow {
                            required property string modelData
                            required property int index

                            name: index === 0 ? qsTr("Address") : ""
                            value: modelData
                            onCopied: text => detail.copied(text)
                        }
                    }
                    DetailRow {
                        visible: detail.device.hardware !== ""
                        name: qsTr("Hardware")
                        value: detail.device.hardware
                        onCopied: text => detail.copied(text)
                    }
                    DetailRow {
                        visible: detail.device.firstSeen !== ""
                        name: qsTr("First seen")
                        value: detail.device.firstSeen
                        onCopied: text => detail.copied(text)
                    }
                    DetailRow {
                        visible: detail.device.lastSeen !== ""
                        name: qsTr("Last seen")
                        value: detail.device.lastSeen
                        onCopied: text => detail.copied(text)
                    }
                    DetailRow {
                        name: qsTr("Recognised")
                        value: detail.device.recognised
                        onCopied: text => detail.copied(text)
                    }
                }
            }
            AppButton {
                Layout.topMargin: Tokens.space2
                Layout.maximumWidth: column.width
                visible: detail.mayShow && detail.device.member && detail.device.online
                text: qsTr("Show what %1 shows").arg(detail.device.shownName)
                onClicked: detail.showAsked(detail.device.device, detail.device.shownName)
            }
            Hairline {
                Layout.fillWidth: true
                Layout.topMargin: Tokens.space2
                visible: detail.device.mayForget
            }
            GridLayout {
                Layout.topMargin: Tokens.space2
                visible: detail.device.mayForget
                columns: detail.narrow ? 1 : 2
                columnSpacing: Tokens.space3

                AppButton {
                    Layout.maximumWidth: detail.narrow ? column.width : column.width / 2
                    kind: AppButton.Alert
                    text: detail.device.member ? qsTr("Forget %1…").arg(detail.device.shownName) : qsTr("Forget %1").arg(detail.device.shownName)
                    onClicked: {
                        if (detail.device.member)
                            forgetting.open();
                        else
                            detail.device.forget();
                    }
                }
                AppText {
                    Layout.fillWidth: true
                    text: detail.device.member ? qsTr("Sold, given away or stolen: it then hears nothing more of the house and can change nothing in it.") : qsTr("Its name and whose it is go. It is new again when it is next seen. You can undo this.")
                    size: Tokens.small
                    color: Tokens.text2
                }
            }
        }
    }

    ForgetMemberSheet {
        id: forgetting

        name: detail.device.shownName
        onForgotten: detail.device.forget()
    }
}
