# SPDX-License-Identifier: GPL-3.0-or-later
"""engine_scenario.py FREEHOLD FREEHOLDD: the real app sees to it that the real engine runs.

Needs a display, a session bus, a network and a /run of its own, so that no engine but the test's can be found.
"""
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile

import screen_reader
from screen_reader import wait_for

HOUSE = "Smith"
PERSON = "Ana"
SYSTEMS_PLACE = pathlib.Path("/run/freehold")


class Home:
    """A user's folders, with an app and an engine of their own in them."""

    def __init__(self, place, freehold, freeholdd):
        self.place = place
        self.socket = place / "freehold" / "engine.sock"
        self.app = None
        self._gate = place / "gate"
        self._started = place / "started"
        programs = place / "bin"
        programs.mkdir()
        self.freehold = shutil.copy2(freehold, programs)
        beside = programs / "freeholdd"
        beside.write_text(f"""#!/bin/sh
echo started >> {self._started}
[ ! -p {self._gate} ] || read -r _ < {self._gate}
exec {freeholdd}
""")
        beside.chmod(0o755)
        os.environ.update(
            HOME=str(place), XDG_RUNTIME_DIR=str(place), XDG_CONFIG_HOME=str(place / "config"),
            XDG_DATA_HOME=str(place / "data"))

    def hold_back_engines(self):
        """Whatever engine is started from now on waits before it does anything."""
        os.mkfifo(self._gate)

    def let_engines_go(self):
        with open(self._gate, "w", encoding="utf-8") as gate:
            self._gate.unlink()
            gate.write("go\n")

    def engine(self):
        """The pid of the engine that listens; the kernel knows it."""
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.socket))
            credentials = client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        return struct.unpack("3i", credentials)[0]

    def was_one_started(self):
        return self._started.exists()


@contextlib.contextmanager
def home_with_an_app(freehold, freeholdd):
    """A home whose app has just been opened; what runs in it ends with the block."""
    with tempfile.TemporaryDirectory() as name:
        home = Home(pathlib.Path(name), freehold, freeholdd)
        process = home.app = subprocess.Popen([home.freehold])
        app = screen_reader.App("freehold")
        try:
            yield home, app
        except AssertionError:
            print(f"In sight:\n{app.describe()}", file=sys.stderr)
            raise
        finally:
            process.kill()
            process.wait()
            with contextlib.suppress(OSError):
                os.kill(home.engine(), signal.SIGKILL)


def starts_an_engine_and_walks_the_first_run(app):
    app.find("heading", "What is this machine called?")
    app.expect_whole()
    app.press("button", "Go on")
    app.find("heading", "What is your house called?")
    app.type(HOUSE)
    app.press("button", f"Create the house {HOUSE}")
    app.find("heading", f"Who lives in {HOUSE}?")
    app.type(PERSON)
    app.press("button", "Add")
    app.press("button", "Go on")
    app.find("heading", f"{HOUSE} is ready")
    app.press("button", "Show me my house")
    # Not "All is well": without Avahi's stack a machine alone finds nobody to ask for its neighbours.
    app.find("heading", "At home")


def chooses_a_change(app):
    app.press("page tab", "History")
    app.press("list item", PERSON)
    app.find("heading", PERSON)


def carries_on_when_the_engine_dies(home, app):
    home.hold_back_engines()
    dead = home.engine()
    os.kill(dead, signal.SIGKILL)
    app.find("heading", "Freehold has stopped on this machine")
    app.find("label", "It is being started again")
    home.let_engines_go()
    app.find("heading", PERSON)
    app.find("list item", PERSON)
    app.expect_whole()
    assert home.engine() != dead


def starts_none_beside_the_systems(home, app):
    app.find("heading", "Freehold is not running on this machine")
    app.find("label", "systemctl start freeholdd")
    assert not home.was_one_started()
    assert not app.sees("button", "Start Freehold")


def quits_without_a_tray(home, app):
    app.press_keys("ctrl+q")
    home.app.wait(screen_reader.DEADLINE)


def main(freehold, freeholdd):
    os.environ.update(
        LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    screen_reader.start()
    with home_with_an_app(freehold, freeholdd) as (home, app):
        starts_an_engine_and_walks_the_first_run(app)
        chooses_a_change(app)
        carries_on_when_the_engine_dies(home, app)
    wait_for("end of the first app", lambda: not screen_reader.App("freehold").is_there())
    SYSTEMS_PLACE.mkdir()
    with home_with_an_app(freehold, freeholdd) as (home, app):
        starts_none_beside_the_systems(home, app)
        quits_without_a_tray(home, app)


main(*sys.argv[1:])
