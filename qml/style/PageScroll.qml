// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A page that scrolls as a whole, its content in a column of at most 960.
AppPage {
    id: page

    readonly property int margin: narrow ? Tokens.space4 : Tokens.space7
    readonly property alias contentWidth: column.width
    default property alias content: column.data

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * page.margin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScrollBar {}

        ColumnLayout {
            id: column

            readonly property int room: flick.width - 2 * page.margin

            x: page.margin + Math.max(0, (room - width) / 2)
            y: page.margin
            width: Math.min(room, Tokens.contentWidth)
            spacing: Tokens.space1
        }
    }
}
