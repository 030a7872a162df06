# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop app as a screen reader has it: controls by role and name, found when they show, pressed by their action."""
import subprocess
import time

import pyatspi
from gi.repository import GLib

DEADLINE = 30  # seconds: far above what a step takes, so only what never comes reaches it
BEAT = 100  # milliseconds between two looks at what tells no event, such as what freeholdctl prints

CONTROLS = {"button", "check box", "combo box", "list item", "page tab", "radio button"}


class Missing(AssertionError):
    """What should have come did not."""


def start():
    """Lets wait_for() wake on every event that can bring or change a control."""
    pyatspi.Registry.registerEventListener(
        lambda event: None,
        "object:children-changed", "object:state-changed", "object:property-change", "window")
    GLib.timeout_add(BEAT, lambda: GLib.SOURCE_CONTINUE)


def wait_for(what, look):
    """Gives look()'s first true answer; raises Missing with `what` after the deadline."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            if answer := look():
                return answer
        except (GLib.Error, LookupError):
            pass  # a control went away while it was looked at
        GLib.MainContext.default().iteration(True)
    raise Missing(f"after {DEADLINE} s there is still no {what}")


def shown(node):
    """Everything below `node` that is in sight, in the order of the screen."""
    for child in node:
        if child is None:
            continue
        if child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
        yield from shown(child)


def actions(node):
    try:
        action = node.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(index) for index in range(action.nActions)]


def is_pressable(node):
    return "Press" in actions(node)


class App:
    def __init__(self, name):
        self._name = name

    def sees(self, role, name, inside=None):
        """The control of this role whose name has `name` in it; `inside` another control, where given."""
        return next((node for node in shown(inside or self._root())
                     if node.getRoleName() == role and name in node.name), None)

    def names(self, role):
        """What all controls of this role in sight are called."""
        return [node.name for node in shown(self._root()) if node.getRoleName() == role]

    def find(self, role, name, inside=None):
        """Waits for the control that sees() gives."""
        return wait_for(f"{role} “{name}”", lambda: self.sees(role, name, inside))

    def type(self, text):
        """Types on the keyboard, for whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "0", text], check=True)

    def press(self, role, name, inside=None):
        control = self.find(role, name, inside)
        if not is_pressable(control):
            raise Missing(f"{role} “{name}” cannot be pressed")
        control.queryAction().doAction(actions(control).index("Press"))

    def press_keys(self, keys):
        """Presses keys together, as in "ctrl+q"."""
        subprocess.run(["xdotool", "key", keys], check=True)

    def expect_whole(self):
        """Waits until every control in sight has a name and can be pressed."""
        def is_whole():
            return all(node.name and is_pressable(node)
                       for node in shown(self._root()) if node.getRoleName() in CONTROLS)
        wait_for("page whose every control has a name and can be pressed", is_whole)

    def describe(self):
        """What is in sight, for whoever reads a failure."""
        return "\n".join(
            f"  {node.getRoleName()} “{node.name}”{' to press' if is_pressable(node) else ''}"
            for node in shown(self._root()))

    def is_there(self):
        return self._application() is not None

    def _root(self):
        return self._application() or pyatspi.Registry.getDesktop(0)

    def _application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.name == self._name), None)
