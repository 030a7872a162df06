// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line of text to type. `settled` comes once, with Enter or when the field is left with another text
/// than it came with; Escape puts the old text back.
T.TextField {
    id: field

    property string value: ""
    property string error: ""
    property string name: ""
    property string iconName: ""
    property bool settles: true ///< false in a form, where its button reads the text

    signal settled(string text)

    function settle() {
        if (!settles)
            return;
        const typed = text.trim();
        if (typed === "" || typed === value)
            text = value;
        else
            settled(typed);
    }

    implicitHeight: Tokens.control
    implicitWidth: 160
    leftPadding: iconName !== "" && !mirrored ? 40 : Tokens.space3
    rightPadding: iconName !== "" && mirrored ? 40 : Tokens.space3
    topPadding: 0
    bottomPadding: 0
    readonly property bool mirrored: LayoutMirroring.enabled
    color: enabled ? Tokens.text : Tokens.text3
    placeholderTextColor: Tokens.text3
    selectionColor: Tokens.accent
    selectedTextColor: Tokens.accentInk
    font.pixelSize: Tokens.body
    verticalAlignment: TextInput.AlignVCenter
    maximumLength: 200
    selectByMouse: true
    hoverEnabled: true
    text: value
    Accessible.role: Accessible.EditableText
    Accessible.name: name
    Accessible.description: error
    onValueChanged: text = value
    onAccepted: settle()
    onActiveFocusChanged: {
        if (!activeFocus)
            settle();
    }
    Keys.onEscapePressed: event => {
        event.accepted = text !== value;
        text = value;
    }

    background: Rectangle {
        color: field.enabled ? Tokens.surface : Tokens.sunk
        radius: Tokens.radius
        border.width: field.error !== "" ? Tokens.strong : Tokens.hairline
        border.color: field.error !== "" ? Tokens.alert : field.enabled ? Tokens.edge : Tokens.line

        Icon {
            visible: field.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: 14
            name: field.iconName
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
        text: field.placeholderText
        color: Tokens.text3
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
