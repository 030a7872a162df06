// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The heading of a part of a page.
AppText {
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
