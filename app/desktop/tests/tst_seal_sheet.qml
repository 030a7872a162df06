// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Freehold.Home

/// What a person types to seal the vault, by the keyboard alone.
TestCase {
    id: test

    name: "SealSheet"
    when: windowShown
    width: 800
    height: 600
    visible: true

    SealSheet {
        id: sheet
    }
    SignalSpy {
        id: sealed

        target: sheet
        signalName: "sealed"
    }

    function type(text) {
        for (const letter of text)
            keyClick(letter);
    }
    function typeBoth(first, second) {
        sheet.open();
        tryCompare(sheet, "opened", true);
        type(first);
        keyClick(Qt.Key_Tab);
        type(second);
        keyClick(Qt.Key_Return);
    }

    function init() {
        sealed.clear();
    }
    function cleanup() {
        sheet.close();
        tryCompare(sheet, "visible", false);
    }

    function test_thePassphraseIsTakenOnceWhenItIsTypedTwice() {
        typeBoth("correct horse", "correct horse");
        compare(sealed.count, 1);
        compare(sealed.signalArguments[0][0], "correct horse");
        tryCompare(sheet, "visible", false);
    }
    function test_twoDifferentOnesAreNotTaken() {
        typeBoth("correct horse", "correct hose");
        compare(sealed.count, 0);
        verify(sheet.opened);
    }
    function test_noneIsNotTaken() {
        typeBoth("", "");
        compare(sealed.count, 0);
        verify(sheet.opened);
    }
    function test_whatWasTypedIsGoneWithTheSheet() {
        typeBoth("correct horse", "correct hose");
        keyClick(Qt.Key_Escape);
        tryCompare(sheet, "visible", false);
        typeBoth("e", "e");
        compare(sealed.count, 1);
        compare(sealed.signalArguments[0][0], "e");
    }
}
