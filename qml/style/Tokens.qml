// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/// Every colour, space, radius, size of type and duration. Change a token, never one screen.
QtObject {
    id: tokens

    /// Set once by the window from the person's choice: "system", "light" or "dark".
    property string appearance: "system"
    property bool reducedMotion: false

    readonly property bool dark: appearance === "dark" || (appearance === "system" && Application.styleHints.colorScheme === Qt.ColorScheme.Dark)

    // grounds
    readonly property color window: dark ? "#1C1A17" : "#F7F4EF"
    readonly property color rail: dark ? "#161412" : "#EFEAE2"
    readonly property color surface: dark ? "#262320" : "#FFFDFA"
    readonly property color sunk: dark ? "#312D28" : "#F3EEE6"
    readonly property color well: dark ? "#131110" : "#EEE8DE"
    readonly property color tile: dark ? "#302C28" : "#F7F4EF"
    readonly property color pressedGround: dark ? "#3A3631" : "#E3DCD0"

    // lines
    readonly property color line: dark ? "#3A3631" : "#E3DCD0"
    readonly property color edge: dark ? "#857D72" : "#8C8477"

    // text
    readonly property color text: dark ? "#F2EDE5" : "#25211C"
    readonly property color text2: dark ? "#C0B8AC" : "#575046"
    readonly property color text3: dark ? "#A59D91" : "#6B6459"

    // the one accent
    readonly property color accent: dark ? "#84CBB9" : "#1F6558"
    readonly property color accentHover: dark ? "#9AD7C7" : "#1A564B"
    readonly property color accentPressed: dark ? "#6FB9A6" : "#15473E"
    readonly property color accentInk: dark ? "#0F2823" : "#FFFFFF"
    readonly property color accentTint: dark ? "#22352F" : "#E2EEE9"
    readonly property color accentText: dark ? "#9AD7C7" : "#1B5A4E"

    // needs you, will be cut, failed
    readonly property color alertTint: dark ? "#3F281F" : "#FBEAE2"
    readonly property color alertEdge: dark ? "#B9694B" : "#C46A49"
    readonly property color alert: dark ? "#F4A88B" : "#A33D1C"

    /// Under what cameras read, in dark too.
    readonly property color paper: "#FFFFFF"

    readonly property color scrim: dark ? "#6B0B0A09" : "#6B25211C"
    readonly property color none: "transparent"

    // space, on a grid of 4
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space7: 28
    readonly property int space8: 32

    // shape
    readonly property int radiusSmall: 6
    readonly property int radius: 8
    readonly property int radiusTile: 10
    readonly property int radiusCard: 12
    readonly property int radiusSheet: 16
    readonly property int hairline: 1
    readonly property int strong: 2
    readonly property real wire: 1.75

    // type: four sizes, each with its line
    readonly property int small: 12
    readonly property int body: 14
    readonly property int title: 18
    readonly property int heading: 28
    readonly property int digit: 40 // of a pairing, and nothing else

    function lineOf(size: int): int {
        switch (size) {
        case small:
            return 16;
        case title:
            return 24;
        case heading:
            return 36;
        default:
            return 20;
        }
    }

    // sizes that several parts share
    readonly property int control: 36
    readonly property int controlSmall: 28
    readonly property int railWidth: 204
    readonly property int railNarrow: 88
    readonly property int bottomBar: 64
    readonly property int contentWidth: 960
    readonly property int narrowBelow: 640
    readonly property int wideFrom: 900

    // motion, in milliseconds
    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 160
}
