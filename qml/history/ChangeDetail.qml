// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Freehold.Desktop
import Freehold.Style

/// One change in full: the difference in words, what it did, and the ways back with what each costs.
Flickable {
    id: detail

    required property ChangeView change
    property bool single: false
    property int headroom: 0
    readonly property int room: 14 ///< beside the card, for the scroll bar
    readonly property bool mirrored: LayoutMirroring.enabled

    signal copied(string text)
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
        text: qsTr("History")
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

            x: Tokens.space6
            y: Tokens.space5
            width: parent.width - 2 * x
            spacing: Tokens.space2

            Flow {
                Layout.fillWidth: true
                spacing: Tokens.space2

                Badge {
                    kind: detail.change.stateKind
                    iconName: detail.change.stateIcon
                    text: detail.change.stateText
                    width: Math.min(implicitWidth, parent.width)
                }
                AppText {
                    text: detail.change.when
                    size: Tokens.small
                    lineHeight: 20
                    color: Tokens.text2
                }
            }
            AppText {
                Layout.fillWidth: true
                text: detail.change.summary
                size: Tokens.title
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            AppText {
                Layout.fillWidth: true
                text: detail.change.who
                color: Tokens.text2
            }
            ValueChanges {
                Layout.fillWidth: true
                Layout.topMargin: Tokens.space3
                visible: detail.change.values.length > 0
                values: detail.change.values
            }
            SectionHeading {
                Layout.topMargin: Tokens.space3
                visible: detail.change.effects.length > 0
                text: qsTr("What it did")
            }
            Repeater {
                model: detail.change.effects

                RowLayout {
                    id: effect

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Tokens.space3

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        name: "check"
                        size: 16
                        Layout.topMargin: 2
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: effect.modelData
                    }
                }
            }
            WaysBack {
                Layout.fillWidth: true
                change: detail.change
            }
            Hairline {
                Layout.fillWidth: true
                Layout.leftMargin: -Tokens.space6 + 1
                Layout.rightMargin: -Tokens.space6 + 1
                Layout.topMargin: Tokens.space3
                Layout.bottomMargin: Tokens.space1
            }
            RawDetails {
                Layout.fillWidth: true
                change: detail.change
                onCopied: text => detail.copied(text)
            }
        }
    }
}
