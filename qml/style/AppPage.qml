// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What the frame knows of every page: its form, and that one may look for something on it.
FocusScope {
    focus: true

    property bool narrow: false
    property bool wide: true
    property int footHeight: 0 ///< of a bar at the bottom that nothing may cover

    /// Ctrl+F.
    function find() {
    }
}
