// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What the frame knows of every page: its form, and that one may look for something on it.
FocusScope {
    property bool narrow: false
    property bool wide: true

    /// Ctrl+F.
    function find() {
    }
}
