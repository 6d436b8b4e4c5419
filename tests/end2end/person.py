"""A person at a screen of their own: real keys and clicks, a screen reader, pictures kept."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from select import select

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
"""Seconds that anything may take before the person gives up."""

SCREEN_READER = Path(__file__).with_name("screen_reader.py")
NO_KEYS = Path(__file__).with_name("openbox.xml")
"""The window manager must not take the keys that are the program's."""

AT_SPI = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"


def lacks_screen():
    """Why no screen can be made here, or ""."""
    missing = [
        name for name in ("Xvfb", "openbox", "xdotool", "setxkbmap") if shutil.which(name) is None
    ]
    return f"not installed: {', '.join(missing)}" if missing else ""


def lacks_screen_reader():
    """Why nothing can be heard here, or ""."""
    if lacks_screen() or not AT_SPI.exists() or shutil.which("dbus-daemon") is None:
        return lacks_screen() or "at-spi2-core or dbus is not installed"
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    found = Path(SYSTEM_PYTHON).exists() and subprocess.run(asked, check=False, capture_output=True)
    return "" if found and found.returncode == 0 else "python3-pyatspi is not installed"


def until(question, patience=PATIENCE, or_else=None):
    """Ask again and again until the answer is something; that answer.

    Raises:
        TimeoutError: It never was, and nothing else will do.
    """
    end = time.monotonic() + patience
    while not (found := question()):
        if time.monotonic() > end:
            if or_else is not None:
                return or_else
            raise TimeoutError(getattr(question, "__name__", str(question)))
        time.sleep(0.05)  # between two looks; nothing is taken for granted after it
    return found


@contextmanager
def screen():
    """An X server that nobody sees, with a window manager and Swedish keys; its environment."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    words.append("-noreset")  # else it forgets the keys when the last program leaves
    with ExitStack() as stack:
        server = running(stack, words, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, f"Xvfb does not start: {server.poll()}"
        environment = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        # The first key brings in a keyboard of its own; before that, Swedish would be forgotten.
        for words in (["xdotool", "key", "shift"], ["setxkbmap", "se"]):
            subprocess.run(words, env=environment, check=True)
        manager = ["openbox", "--config-file", NO_KEYS]
        running(stack, manager, env=environment, stdout=subprocess.DEVNULL)
        until(lambda: has_manager(environment))
        yield environment


def has_manager(environment):
    """Whether the window manager is there: only it knows of desktops."""
    asked = ["xdotool", "get_desktop"]
    done = subprocess.run(asked, env=environment, check=False, capture_output=True)
    return done.returncode == 0


@contextmanager
def message_bus(environment):
    """A message bus of their own with AT-SPI on it; the environment with it."""
    with ExitStack() as stack:
        words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        bus = running(stack, words, env=environment, stdout=subprocess.PIPE, text=True)
        address = bus.stdout.readline().strip()
        there = environment | {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        running(stack, [AT_SPI, "--launch-immediately"], env=there)
        yield there


def running(stack, words, **options):
    """A process that ends with the stack."""
    options = {"stderr": subprocess.DEVNULL, **options}
    process = subprocess.Popen(words, **options)

    def end():
        process.terminate()
        process.communicate()

    stack.callback(end)
    return process


class Person:
    """Starts the program, uses it, and keeps pictures of what was seen."""

    def __init__(self, environment, home, pictures):
        self.environment = environment | {"QPDESK_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self._pictures = pictures
        self._seen = 0
        self.program = None
        shutil.rmtree(pictures, ignore_errors=True)
        pictures.mkdir(parents=True)

    def start(self, *words):
        """Start the program and wait for its window."""
        command = [sys.executable, "-m", "qpdesk", *map(str, words)]
        self.program = subprocess.Popen(command, env=self.environment, cwd=ROOT)
        self.window("QPDesk")

    def window(self, title):
        """Wait for a window whose title has these words, and turn to it."""
        looking = ["xdotool", "search", "--onlyvisible", "--name", title]

        def turned_to():
            assert self.program.poll() is None, "the program has ended"
            found = self._ask(*looking).stdout.split()
            # It may be gone again by then, as a note that something is being done.
            return found and self._ask("xdotool", "windowactivate", "--sync", found[-1])

        until(lambda: (done := turned_to()) and done.returncode == 0)

    def press(self, *keys):
        """Press keys, one after the other; "ctrl+z" is two at once."""
        self._xdotool("key", "--delay", "25", *keys)

    def type(self, text):
        """Type a text."""
        self._xdotool("type", "--delay", "12", text)

    def click(self, place, times=1):
        """Click at a place of the screen.

        Without ``--sync``: Debian's xdotool would wait 15 s for the pointer to leave a place where
        it already is, and the server takes what one program asks for in its order anyway.
        """
        x, y = map(str, place)
        self._xdotool("mousemove", x, y, "click", "--repeat", str(times), "1")

    def look(self, name):
        """Keep a picture of the screen."""
        self._seen += 1
        if shutil.which("import"):
            path = self._pictures / f"{self._seen:02} {name}.png"
            words = ["import", "-window", "root", path]
            subprocess.run(words, env=self.environment, check=False, timeout=PATIENCE)

    def ended(self):
        """Wait until the program has ended by itself; its exit code."""
        return self.program.wait(PATIENCE)

    def leave(self):
        """End the program if something went wrong on the way."""
        if self.program is not None and self.program.poll() is None:
            self.look("vid felet")
            self.program.terminate()
            self.program.wait()

    def _ask(self, *words, check=False):
        return subprocess.run(
            words,
            env=self.environment,
            capture_output=True,
            text=True,
            check=check,
            timeout=PATIENCE,
        )

    def _xdotool(self, *words):
        self._ask("xdotool", *words, check=True)


class ScreenReader:
    """Asks what a screen reader finds; see ``screen_reader.py`` for the questions."""

    def __init__(self, environment):
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, SCREEN_READER],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, do, **details):
        """The answer to one question."""
        self._process.stdin.write(json.dumps({"do": do, **details}) + "\n")
        self._process.stdin.flush()
        answered, _, _ = select([self._process.stdout], [], [], PATIENCE)
        assert answered, f"no answer: {do} {details}"
        said = json.loads(self._process.stdout.readline())
        if isinstance(said, dict) and "error" in said:
            raise AssertionError(f"{do} {details}: {said['error']}")
        return said

    def find(self, name, role=""):
        """Wait until something of this name is in sight; its middle."""
        place = until(lambda: self.ask("where", name=name, role=role), or_else=False)
        assert place, f"nothing called {name!r} is in sight"
        return place

    def wait_for(self, text):
        """Wait until a field in sight holds this text."""
        there = until(lambda: self.ask("is_written", text=text), or_else=False)
        assert there, f"{text!r} does not come"

    def close(self):
        """Hear no more."""
        self._process.communicate()
