// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The heading of a page: one size smaller in a narrow window.
AppText {
    property bool narrow: false

    size: narrow ? Tokens.title : Tokens.heading
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
