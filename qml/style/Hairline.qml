// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Rectangle {
    implicitHeight: Tokens.hairline
    color: Tokens.line
    Accessible.ignored: true
}
