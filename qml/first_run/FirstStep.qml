// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Freehold.Desktop
import Freehold.Style

/// What every step has: a question, why it is asked, its content, and what its button says and does.
ColumnLayout {
    id: step

    required property FirstRunView firstRun
    required property string question
    required property string why
    required property string next
    property bool complete: true
    property bool mayGoBack: true
    property bool narrow: false

    function go() {
        step.firstRun.next();
    }

    function goBack() {
        step.firstRun.back();
    }

    spacing: Tokens.space2

    PageHeading {
        Layout.fillWidth: true
        narrow: step.narrow
        text: step.question
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: 600
        Layout.bottomMargin: Tokens.space5
        text: step.why
        color: Tokens.text2
    }
}
