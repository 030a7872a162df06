// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// Finds as one types (`searched`); Escape empties it, which is heard as if it had been typed.
T.TextField {
    id: field

    required property string prompt

    signal searched(string text)

    readonly property bool mirrored: LayoutMirroring.enabled

    implicitHeight: Tokens.control
    implicitWidth: 220
    leftPadding: mirrored ? Tokens.space3 : 40
    rightPadding: mirrored ? 40 : Tokens.space3
    topPadding: 0
    bottomPadding: 0
    color: Tokens.text
    selectionColor: Tokens.accent
    selectedTextColor: Tokens.accentInk
    font.family: Application.font.family
    font.pixelSize: Tokens.body
    verticalAlignment: TextInput.AlignVCenter
    maximumLength: 200
    Accessible.role: Accessible.EditableText
    Accessible.name: prompt
    Accessible.searchEdit: true
    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        if (!event.accepted)
            return;
        clear(); // an assignment would break a binding of the page's
        textEdited();
    }
    onTextEdited: searched(text)

    background: Rectangle {
        color: Tokens.surface
        radius: Tokens.radius
        border.width: Tokens.hairline
        border.color: Tokens.edge

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: 14
            name: "search"
        }
        FocusRing {
            shown: field.activeFocus
        }
    }

    AppText {
        visible: field.text === "" && field.preeditText === ""
        x: field.leftPadding
        width: field.width - field.leftPadding - field.rightPadding
        height: field.height
        text: field.prompt
        color: Tokens.text3
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
