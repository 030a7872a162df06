// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Freehold.Desktop
import Freehold.Style

/// The timeline. More is fetched as it is scrolled.
ListView {
    id: list

    required property HistoryModel history
    required property ChangeView change
    property int inset: Tokens.space3
    property bool narrow: false
    property bool keyed: false ///< the keyboard was used last, so the current row shows its ring
    property bool apart: false ///< the change in full stands in place of the list, so it is opened by Enter

    model: history
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    reuseItems: true
    cacheBuffer: 240
    currentIndex: -1
    bottomMargin: Tokens.space6
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Changes, newest first")
    T.ScrollBar.vertical: AppScrollBar {}
    Keys.onUpPressed: move(-1)
    Keys.onDownPressed: move(1)
    Keys.onReturnPressed: open(currentIndex)
    Keys.onEnterPressed: open(currentIndex)

    function move(step: int) {
        const from = list.apart ? list.currentIndex : list.history.rowOf(list.change.change);
        const row = Math.max(0, from + step);
        if (row >= list.count)
            return;
        list.keyed = true;
        list.currentIndex = row;
        list.positionViewAtIndex(row, ListView.Contain);
        if (!list.apart)
            list.open(row);
    }
    function open(row: int) {
        if (row >= 0)
            list.change.change = list.history.idAt(row);
    }
    /// Back from the change in full, to its row.
    function comeBack(change: string) {
        list.currentIndex = list.history.rowOf(change);
        list.keyed = true;
        if (list.currentIndex >= 0)
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        list.forceActiveFocus(Qt.BacktabFocusReason);
    }

    header: AppText {
        x: list.inset
        width: list.width - 2 * list.inset
        height: visible ? implicitHeight + Tokens.space3 : 0
        visible: list.history.search !== "" && list.count === 0
        text: list.history.complete ? qsTr("No change says that.") : qsTr("Looking further back…")
        color: Tokens.text2
    }
    section.property: "day"
    section.delegate: Item {
        id: heading

        required property string section

        width: list.width
        height: 40

        Row {
            x: list.mirrored ? parent.width - width - list.inset : list.inset
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Tokens.space2
            spacing: Tokens.space2

            SectionHeading {
                text: list.history.dayTitle(heading.section)
            }
            AppText {
                text: list.history.dayDate(heading.section)
                color: Tokens.text2
            }
        }
    }
    delegate: ChangeRow {
        width: list.width
        inset: list.inset
        narrow: list.narrow
        marksGoing: !list.apart
        current: list.change.change === changeId
        ringed: list.keyed && (list.apart ? ListView.isCurrentItem : current)
        onPicked: {
            list.keyed = false;
            list.change.change = changeId;
            list.forceActiveFocus(Qt.MouseFocusReason);
        }
    }
    readonly property bool mirrored: LayoutMirroring.enabled
}
