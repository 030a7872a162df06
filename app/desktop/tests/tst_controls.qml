// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Freehold.Style

TestCase {
    id: test

    name: "Controls"
    when: windowShown
    width: 600
    height: 500
    visible: true

    Component {
        id: buttonComponent

        AppButton {
            text: "Add"
        }
    }
    Component {
        id: iconButtonComponent

        IconButton {
            iconName: "copy"
            text: "Copy"
        }
    }
    Component {
        id: railItemComponent

        RailItem {
            iconName: "home"
            text: "Home"
        }
    }
    Component {
        id: disclosureComponent

        Disclosure {
            width: 200
            title: "Details"

            Item {}
        }
    }
    Component {
        id: switchComponent

        AppSwitch {
            text: "Start at login"
        }
    }
    Component {
        id: fieldComponent

        AppField {
            name: "Name"
            value: "nas"
        }
    }
    Component {
        id: searchComponent

        SearchField {
            property string looked: "nas"

            prompt: "Find a device"
            text: looked
            onSearched: text => looked = text
        }
    }
    Component {
        id: choiceComponent

        ChoiceBox {
            name: "Owner"
            model: ["Ana", "Tom", "Paul"]
        }
    }
    Component {
        id: segmentedComponent

        SegmentedChoice {
            name: "Appearance"
            options: ["System", "Light", "Dark"]
            onChosen: index => current = index
        }
    }
    Component {
        id: spyComponent

        SignalSpy {}
    }

    function spyOn(target: var, name: string): var {
        return createTemporaryObject(spyComponent, test, {
            target: target,
            signalName: name
        });
    }

    function test_whatIsPressedIsPressedByEveryKeyThatPresses_data(): var {
        return [
            {
                tag: "button",
                component: buttonComponent,
                role: Accessible.Button,
                name: "Add"
            },
            {
                tag: "button with an icon alone",
                component: iconButtonComponent,
                role: Accessible.Button,
                name: "Copy"
            },
            {
                tag: "page in the rail",
                component: railItemComponent,
                role: Accessible.PageTab,
                name: "Home"
            }
        ];
    }
    function test_whatIsPressedIsPressedByEveryKeyThatPresses(row: var) {
        const button = createTemporaryObject(row.component, test);
        const spy = spyOn(button, "clicked");
        button.forceActiveFocus(Qt.TabFocusReason);
        verify(button.visualFocus);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Enter);
        compare(spy.count, 3);
        compare(button.Accessible.role, row.role);
        compare(button.Accessible.name, row.name);
    }
    function test_disclosureUnfoldsByEnterAndSaysThatItDid() {
        const disclosure = createTemporaryObject(disclosureComponent, test);
        const head = disclosure.children[0] as PressableBase;
        compare(head.Accessible.description, "Folded");
        head.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Enter);
        verify(disclosure.open);
        compare(head.Accessible.description, "Unfolded");
    }
    function test_buttonThatIsOffCantBePressed() {
        const button = createTemporaryObject(buttonComponent, test, {
            enabled: false
        });
        const spy = spyOn(button, "clicked");
        mouseClick(button);
        compare(spy.count, 0);
    }
    function test_switchOnlyAsks() {
        const control = createTemporaryObject(switchComponent, test);
        const spy = spyOn(control, "asked");
        control.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], true);
        verify(!control.checked);
        compare(control.Accessible.name, "Start at login");
        verify(control.Accessible.checkable);
    }
    function test_fieldSettlesOnceAndEscapeTakesBack() {
        const field = createTemporaryObject(fieldComponent, test);
        const spy = spyOn(field, "settled");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.text = "attic";
        keyClick(Qt.Key_Escape);
        compare(field.text, "nas");
        field.text = "attic";
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], "attic");
        compare(field.Accessible.name, "Name");
        compare(field.Accessible.role, Accessible.EditableText);
    }
    function test_fieldShowsWhatStandsUntilItIsOtherwise() {
        const field = createTemporaryObject(fieldComponent, test);
        const spy = spyOn(field, "settled");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.text = "refused";
        keyClick(Qt.Key_Return);
        compare(field.text, "nas");
        field.focus = false; // what was refused is not sent again
        compare(spy.count, 1);
        field.value = "attic";
        compare(field.text, "attic");
    }
    function test_fieldKeepsWhatOneTypesWhileItsValueChanges() {
        const field = createTemporaryObject(fieldComponent, test);
        const spy = spyOn(field, "settled");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.text = "attic";
        field.value = "renamed elsewhere";
        compare(field.text, "attic");
        keyClick(Qt.Key_Return);
        compare(spy.signalArguments[0][0], "attic");
        compare(field.text, "renamed elsewhere");
    }
    function test_fieldSettlesForItsSubjectBeforeItShowsAnother_data(): var {
        return [
            {
                tag: "subject first",
                order: ["subject", "value"]
            },
            {
                tag: "value first",
                order: ["value", "subject"]
            }
        ];
    }
    function test_fieldSettlesForItsSubjectBeforeItShowsAnother(row: var) {
        const field = createTemporaryObject(fieldComponent, test, {
            subject: "first"
        });
        const spy = spyOn(field, "settled");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.text = "attic";
        for (const property of row.order)
            field[property] = "second";
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], "attic");
        compare(spy.signalArguments[0][1], "first");
        compare(field.text, "second");
    }
    function test_searchIsEmptiedByEscapeAndStaysBound() {
        const field = createTemporaryObject(searchComponent, test);
        const edited = spyOn(field, "textEdited");
        field.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Escape);
        compare(field.looked, "");
        compare(edited.count, 1);
        field.looked = "printer";
        compare(field.text, "printer");
    }
    function test_whereTheSystemAsksForLessMotionThereIsNone() {
        verify(Tokens.quick > 0);
        Tokens.reducedMotion = true;
        compare(Tokens.quick, 0);
        compare(Tokens.calm, 0);
        Tokens.reducedMotion = false;
    }
    function test_fieldThatIsEmptiedGetsItsTextBack() {
        const field = createTemporaryObject(fieldComponent, test);
        const spy = spyOn(field, "settled");
        field.forceActiveFocus(Qt.TabFocusReason);
        field.text = "  ";
        keyClick(Qt.Key_Return);
        compare(spy.count, 0);
        compare(field.text, "nas");
    }
    function test_choiceMovesWithTheArrows() {
        const box = createTemporaryObject(choiceComponent, test);
        const spy = spyOn(box, "activated");
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(box.currentText, "Tom");
        compare(spy.count, 1);
        compare(box.Accessible.name, "Owner");
        compare(box.Accessible.role, Accessible.ComboBox);
    }
    function test_oneOfAFewMovesWithTheArrowsAndStopsAtItsEnds() {
        const choice = createTemporaryObject(segmentedComponent, test);
        choice.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Left);
        compare(choice.current, 0);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        compare(choice.current, 2);
        compare(choice.Accessible.name, "Appearance");
    }
}
