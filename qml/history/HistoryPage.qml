// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What changed, by day, and one change in full.
AppPage {
    id: page

    required property HistoryModel history
    required property ChangeView change
    required property RestoreToTime toTime
    readonly property int margin: narrow ? Tokens.space4 : Tokens.space7
    readonly property int column: Math.min(width - 2 * margin, Tokens.contentWidth)
    readonly property int detailWidth: 360
    readonly property int changeCount: history.count
    readonly property bool empty: history.loaded && history.count === 0 && history.complete && history.search === ""
    property string unasked: "" ///< shown in full without being chosen
    readonly property bool showsDetail: change.known && change.change !== "" && !empty

    signal copied(string text)

    function find() {
        if (head.visible)
            search.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function settle() {
        // Beside the list there is always one in full; where nobody chose it, it doesn't hide the list.
        if (page.wide && page.change.change === "" && page.history.count > 0)
            page.change.change = page.unasked = page.history.idAt(0);
        else if (!page.wide && page.change.change === page.unasked)
            page.change.change = "";
    }

    focus: true
    Component.onCompleted: settle()
    onWideChanged: settle()
    onChangeCountChanged: settle()

    RestoreSheet {
        id: sheet

        toTime: page.toTime
    }
    RowLayout {
        id: head

        visible: page.wide || !page.showsDetail
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.margin
        width: page.column
        height: 36
        spacing: Tokens.space3

        PageHeading {
            Layout.fillWidth: true
            narrow: page.narrow
            text: qsTr("History")
        }
        SearchField {
            id: search

            Layout.preferredWidth: page.narrow ? 180 : 220
            visible: !page.empty
            prompt: qsTr("Find a change")
            text: page.history.search
            onSearched: text => page.history.search = text
        }
        AppButton {
            visible: !page.empty && !page.narrow
            iconName: "history"
            text: qsTr("Put the house back…")
            onClicked: sheet.open()
        }
        IconButton {
            visible: !page.empty && page.narrow
            iconName: "history"
            text: qsTr("Put the house back…")
            onClicked: sheet.open()
        }
    }
    HistoryList {
        id: list

        visible: !page.empty && (page.wide || !page.showsDetail)
        anchors.left: head.left
        anchors.leftMargin: -inset
        anchors.top: head.bottom
        anchors.topMargin: Tokens.space4
        width: (page.wide ? page.column - page.detailWidth - Tokens.space6 : page.column) + 2 * inset
        height: page.height - y
        inset: page.narrow ? Tokens.space2 : Tokens.space3
        narrow: page.narrow
        apart: !page.wide
        history: page.history
        change: page.change
        focus: true
    }
    ChangeDetail {
        id: detail

        visible: page.showsDetail
        anchors.right: head.right
        anchors.rightMargin: -room
        y: page.wide ? head.y + head.height + Tokens.space5 : 0
        width: (page.wide ? page.detailWidth : page.column) + room
        height: page.height - y
        headroom: page.wide ? 0 : page.margin
        change: page.change
        single: !page.wide
        onCopied: text => page.copied(text)
        onBackAsked: {
            const shown = page.change.change;
            page.change.change = "";
            list.comeBack(shown);
        }
    }
    ColumnLayout {
        visible: page.empty
        anchors.centerIn: parent
        width: Math.min(440, page.column)
        spacing: Tokens.space2

        IconSquare {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Tokens.space4
            size: 48
            iconSize: 24
            iconName: "history"
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Nothing has changed yet")
            size: Tokens.title
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Whatever you or anyone else changes in the house stands here from then on, with who did it and why, and can be taken back.")
            color: Tokens.text2
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
