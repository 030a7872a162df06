# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop_scenario.py SAMPLE FREEHOLD FREEHOLDCTL: the real app before the real engine, through accessibility alone.

Needs a display and a session bus of its own; the accessibility bus is started by that one.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import screen_reader
from screen_reader import wait_for

DEVICE = "Pixel 9"  # the sample house's new device
PERSON = "Tom"


@contextlib.contextmanager
def program(*command):
    """Runs a program until the end of the block."""
    process = subprocess.Popen(command)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


class House:
    """What the engine says, asked beside the app."""

    def __init__(self, freeholdctl):
        self._freeholdctl = freeholdctl

    def ask(self, *command):
        answer = subprocess.run([self._freeholdctl, *command, "--json"], check=True, stdout=subprocess.PIPE, timeout=30)
        return json.loads(answer.stdout)

    def owner(self, name):
        return next(device["owner"] for device in self.ask("device", "list") if device["name"] == name)


def answers_whose_it_is(app, house):
    app.find("heading", "One thing needs you")
    app.expect_whole()
    app.press("page tab", "Devices")
    card = app.find("panel", DEVICE)
    app.expect_whole()
    app.find("label", "Whose is this?", card)
    assert house.owner(DEVICE) == ""
    app.press("button", PERSON, card)
    wait_for(f"{PERSON} as the owner", lambda: house.owner(DEVICE) == PERSON.lower())


def chooses_from_a_list(app, house):
    app.press("list item", "nas")
    app.find("heading", "nas")
    app.press("combo box", "Owner")
    app.press("list item", "Emma")
    wait_for("Emma as the owner", lambda: house.owner("nas") == "emma")


def takes_it_back(app, house):
    app.press("page tab", "History")
    app.press("list item", DEVICE)
    app.find("heading", DEVICE)
    app.press("button", "Undo")
    wait_for("device without an owner", lambda: house.owner(DEVICE) == "")
    app.find("button", "Make it again")
    app.expect_whole()


def opens_the_settings(app):
    app.press("page tab", "Settings")
    app.find("heading", "Settings")
    app.expect_whole()


def tells_that_the_engine_stopped(app, engine):
    engine.kill()
    app.find("heading", "Freehold has stopped on this machine")
    app.find("label", "the place that FREEHOLD_SOCKET names")


def main(sample, freehold, freeholdctl):
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as programs:
        place = pathlib.Path(name)
        socket = place / "engine.sock"
        os.environ.update(
            HOME=name, XDG_RUNTIME_DIR=name, XDG_CONFIG_HOME=name, LC_ALL="C.UTF-8", FREEHOLD_SOCKET=str(socket),
            QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        screen_reader.start()
        house = House(freeholdctl)
        engine = programs.enter_context(program(sample, str(place / "data"), str(socket)))
        wait_for("engine", socket.exists)
        programs.enter_context(program(freehold))
        app = screen_reader.App("freehold")
        try:
            answers_whose_it_is(app, house)
            chooses_from_a_list(app, house)
            takes_it_back(app, house)
            opens_the_settings(app)
            tells_that_the_engine_stopped(app, engine)
        except AssertionError:
            print(f"In sight:\n{app.describe()}", file=sys.stderr)
            raise


main(*sys.argv[1:])
