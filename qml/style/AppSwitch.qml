// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// On carries a tick, off is an outline. It follows `on`; pressing it only asks (`asked`).
T.Switch {
    id: control

    property bool on: false

    signal asked(bool on)

    implicitWidth: 40
    implicitHeight: 24
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    checked: on
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    onToggled: {
        const wanted = checked;
        checked = Qt.binding(() => control.on);
        asked(wanted);
    }
    Keys.onReturnPressed: asked(!on)
    Keys.onEnterPressed: asked(!on)

    indicator: Rectangle {
        width: 40
        height: 24
        radius: 12
        color: !control.enabled ? Tokens.sunk : control.checked ? Tokens.accent : Tokens.surface
        border.width: control.checked && control.enabled ? 0 : Tokens.hairline
        border.color: control.enabled ? Tokens.edge : Tokens.line

        Rectangle {
            readonly property bool atEnd: control.checked !== control.mirrored

            anchors.verticalCenter: parent.verticalCenter
            x: atEnd ? parent.width - width - 4 : 4
            width: control.checked ? 18 : 16
            height: width
            radius: width / 2
            color: control.checked ? Tokens.accentInk : Tokens.none
            border.width: control.checked ? 0 : Tokens.wire
            border.color: Tokens.edge

            Icon {
                visible: control.checked
                anchors.centerIn: parent
                name: "check"
                size: 12
                color: Tokens.accent
            }
            Behavior on x {
                NumberAnimation {
                    duration: Tokens.quick
                }
            }
        }
        FocusRing {
            shown: control.visualFocus
            around: 12
        }
    }
}
