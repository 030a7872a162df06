// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// For who wants to see it exactly: the change's id, who signed it, and the difference as git prints it.
Disclosure {
    id: raw

    required property ChangeView change

    signal copied(string text)

    title: qsTr("Details")
    hint: qsTr("who signed it, raw difference")
    // Another change may come while this is open.
    readonly property string wanted: open ? change.change : ""

    onWantedChanged: {
        if (wanted !== "")
            change.loadDetails();
    }

    ColumnLayout {
        spacing: Tokens.space1

        DetailRow {
            nameWidth: 64
            name: qsTr("Change")
            value: raw.change.change
            fixed: true
            onCopied: text => raw.copied(text)
        }
        DetailRow {
            visible: raw.change.signer !== ""
            nameWidth: 64
            name: qsTr("Signed by")
            value: raw.change.signer
            fixed: true
            onCopied: text => raw.copied(text)
        }
        Rectangle {
            Layout.fillWidth: true
            visible: raw.change.patch !== ""
            implicitHeight: patch.implicitHeight + 2 * Tokens.space2
            color: Tokens.sunk
            radius: Tokens.radius

            AppText {
                id: patch

                x: Tokens.space2
                y: Tokens.space2
                width: parent.width - 2 * Tokens.space2
                text: raw.change.patch
                size: Tokens.small
                color: Tokens.text2
                font.family: "monospace"
                wrapMode: Text.WrapAnywhere
            }
        }
        AppButton {
            visible: raw.change.patch !== ""
            small: true
            iconName: "copy"
            text: qsTr("Copy the difference")
            onClicked: raw.copied(raw.change.patch)
        }
    }
}
