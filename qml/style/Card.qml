// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A ground with a border and no shadow.
Rectangle {
    color: Tokens.surface
    radius: Tokens.radiusCard
    border.width: Tokens.hairline
    border.color: Tokens.line
}
