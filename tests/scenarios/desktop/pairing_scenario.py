# SPDX-License-Identifier: GPL-3.0-or-later
"""pairing_scenario.py FREEHOLD FREEHOLDD FREEHOLDCTL: two machines become one house, at each side once by the real app.

Needs a display, a session bus and a network of its own, on which both machines have an address.
"""
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import screen_reader
from screen_reader import wait_for

HOUSE = "Smith"


class Machine:
    """An engine on an address of its own, asked from the command line."""

    def __init__(self, programs, place, name, address):
        self.name = name
        self.address = f"{address}:7411"
        self.socket = place / f"{name}.sock"
        self._freeholdctl = programs["freeholdctl"]
        self.process = subprocess.Popen(
            [programs["freeholdd"], "--data", str(place / name), "--socket", str(self.socket), "--name", name,
             "--listen", self.address])
        wait_for(f"engine of {name}", self.socket.exists)

    def ask(self, *command):
        said = subprocess.run(
            [self._freeholdctl, *command, "--json"], check=True, stdout=subprocess.PIPE, timeout=30,
            env=os.environ | {"FREEHOLD_SOCKET": str(self.socket)})
        return json.loads(said.stdout) if said.stdout.strip() else None

    def end(self):
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def app_of(programs, place, machine):
    """The app before a machine's engine, with settings of its own."""
    process = subprocess.Popen(
        [programs["freehold"]],
        env=os.environ | {"FREEHOLD_SOCKET": str(machine.socket), "XDG_CONFIG_HOME": str(place / f"{machine.name}-app")})
    app = screen_reader.App("freehold")
    try:
        yield app
    except AssertionError:
        print(f"In sight:\n{app.describe()}", file=sys.stderr)
        raise
    finally:
        process.kill()
        process.wait()
        wait_for("end of the app", lambda: not app.is_there())


def digits_in(app):
    """Those that are shown, which are read out one by one."""
    return next((name.replace(" ", "") for name in app.names("label") if re.fullmatch(r"(\d ){5}\d", name)), None)


def joins_in_the_first_run(app, machine, member):
    app.find("heading", "What is this machine called?")
    app.type(" in the study")
    app.press("button", "Go on")
    app.press("button", "Join a house")
    app.find("heading", "Which house does it join?")
    app.expect_whole()
    app.type(member.address)
    app.press("button", "Ask to join")
    digits = wait_for("six digits", lambda: digits_in(app))
    app.expect_whole()
    request = wait_for("request", lambda: member.ask("pair", "requests"))[0]["request"]
    member.ask("pair", "accept", request, "--digits", digits, "--role", "owner")
    app.press("button", f"Join {HOUSE}")
    app.find("heading", f"{HOUSE} is ready")
    app.press("button", "Show me my house")
    app.find("heading", "At home")
    wait_for("name that was given before", lambda: f"{machine.name} in the study" in names_at(member))


def names_at(machine):
    return [device["name"] for device in machine.ask("device", "list")]


def lets_another_in(app, member, joining):
    app.press("page tab", "Devices")
    app.press("button", "Add a machine")
    app.find("label", "None asks yet")
    app.expect_whole()
    shown = joining.ask("pair", "with", member.address)
    app.press("radio button", joining.name)
    app.press("radio button", "Guest")
    app.press("button", "Type its digits")
    app.find("label", f"Type the six digits that {joining.name} shows.")
    app.type(shown["digits"])
    app.press("button", f"Add {joining.name}")
    app.find("label", f"Somebody at {joining.name} has to say yes now.")
    joining.ask("pair", "confirm", shown["request"])
    app.find("label", f"{joining.name} belongs to {HOUSE} now.")
    app.expect_whole()
    roles = {one["name"]: one["role"] for one in member.ask("house", "show")["members"]}
    assert roles[joining.name] == "guest", roles


def main(freehold, freeholdd, freeholdctl):
    programs = {"freehold": freehold, "freeholdd": freeholdd, "freeholdctl": freeholdctl}
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as ends:
        place = pathlib.Path(name)
        os.environ.update(
            HOME=name, XDG_RUNTIME_DIR=name, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        screen_reader.start()
        machines = []
        for number, called in enumerate(["nas", "laptop", "tablet"], start=1):
            machines.append(Machine(programs, place, called, f"10.78.0.{number}"))
            ends.callback(machines[-1].end)
        nas, laptop, tablet = machines
        nas.ask("house", "create", HOUSE, "--timezone", "UTC")
        with app_of(programs, place, laptop) as app:
            joins_in_the_first_run(app, laptop, nas)
        with app_of(programs, place, nas) as app:
            lets_another_in(app, nas, tablet)


main(*sys.argv[1:])
