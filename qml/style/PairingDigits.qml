// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// Six digits in two groups of three: shown at the joining machine, typed at the member. Never mirrored.
FocusScope {
    id: digits

    property string shown: ""
    property bool typed: false
    readonly property string text: typed ? input.text : shown
    readonly property bool complete: text.length === 6

    signal accepted

    function clear() {
        input.clear();
    }

    implicitWidth: 6 * 52 + 4 * 8 + 24
    implicitHeight: 72
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.ignored: typed
    Accessible.role: Accessible.StaticText
    Accessible.name: shown.split("").join(" ") // read one by one

    TextInput {
        id: input

        anchors.fill: parent
        visible: digits.typed
        focus: true
        color: Tokens.none // the boxes show what is typed
        selectionColor: Tokens.none
        selectedTextColor: Tokens.none
        cursorDelegate: Item {}
        maximumLength: 6
        inputMethodHints: Qt.ImhDigitsOnly
        validator: RegularExpressionValidator {
            regularExpression: /[0-9]{0,6}/
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("The six digits")
        onAccepted: digits.accepted()
    }
    Repeater {
        model: 6

        DigitBox {
            required property int index

            x: index * 60 + (index > 2 ? 16 : 0)
            digit: digits.text.charAt(index)
            typed: digits.typed
            next: digits.typed && input.activeFocus && index === digits.text.length
        }
    }
}
