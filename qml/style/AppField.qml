// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line of text to type. `settled` comes once, with Enter, when the field is left, or when it comes to show
/// another `subject`; it then shows what stands until `value` follows, so that what was refused is seen to be.
/// Escape puts the old text back, but not in a form.
T.TextField {
    id: field

    property string value: ""
    property string subject: "" ///< the id of what the text belongs to, where that can change while one types
    property string name: ""
    property bool settles: true ///< false in a form, where its button reads the text

    property string came: "" ///< what stood here before one typed
    property string owner: "" ///< the subject that `came` is of

    signal settled(string text, string subject)

    function show() {
        came = value;
        owner = subject;
        text = value;
    }
    function settle() {
        if (!settles)
            return;
        const typed = text.trim();
        const changed = typed !== "" && typed !== came;
        const of = owner;
        show();
        if (changed)
            settled(typed, of);
    }

    implicitHeight: Tokens.control
    implicitWidth: 160
    leftPadding: Tokens.space3
    rightPadding: Tokens.space3
    topPadding: 0
    bottomPadding: 0
    color: enabled ? Tokens.text : Tokens.text3
    placeholderTextColor: Tokens.text3
    selectionColor: Tokens.accent
    selectedTextColor: Tokens.accentInk
    font.family: Application.font.family
    font.pixelSize: Tokens.body
    verticalAlignment: TextInput.AlignVCenter
    maximumLength: 200
    selectByMouse: true
    hoverEnabled: true
    Accessible.role: Accessible.EditableText
    Accessible.name: name
    Component.onCompleted: show()
    onValueChanged: {
        if (text === came) // else one is typing
            show();
    }
    onSubjectChanged: settle()
    onAccepted: settle()
    onActiveFocusChanged: {
        if (!activeFocus)
            settle();
    }
    Keys.onEscapePressed: event => {
        event.accepted = settles && text !== came; // a form's sheet closes
        if (settles)
            show();
    }

    background: Rectangle {
        color: field.enabled ? Tokens.surface : Tokens.sunk
        radius: Tokens.radius
        border.width: Tokens.hairline
        border.color: field.enabled ? Tokens.edge : Tokens.line

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
