"""A screen reader's view of a running program over AT-SPI; a program of its own.

Run by the system's Python, which has Debian's pyatspi. Reads one question a line from its input,
a JSON object whose "do" names a function below, and writes one answer a line.
"""

import json
import sys
import threading

import pyatspi
from gi.repository import GLib

SHOWN = pyatspi.STATE_SHOWING
FOCUSABLE = pyatspi.STATE_FOCUSABLE
CLOSED = ("combo box", "push button", "label", "text", "status bar")
"""What nothing is looked for in."""

heard = []


def application(name):
    """The program's accessible, as soon as it is on the bus."""
    found = next((a for a in pyatspi.Registry.getDesktop(0) if a and name in (a.name or "")), None)
    if found is not None:
        found.set_cache_mask(0)  # rows and buttons come without our being told
        found.clear_cache()
    return found


def parts(root):
    """Everything that is shown below an accessible, in reading order."""
    stack = [root]
    while stack:
        part = stack.pop()
        try:
            if part is root or part.getState().contains(SHOWN):
                yield part
                stack += [child for child in reversed(children(part)) if child is not None]
        except (LookupError, GLib.GError):
            continue  # gone while we looked


def children(part):
    """The parts of a part; of a tree only the heads and the first cell of each row."""
    numbers = range(part.childCount)
    if part.getRoleName() == "tree":
        columns = part.queryTable().nColumns
        numbers = [*numbers[:columns], *numbers[columns::columns]]
    elif part.getRoleName() in CLOSED:
        numbers = ()
    return [part.getChildAtIndex(number) for number in numbers]


def shown(app, name, role=""):
    """The first part in sight that has this name, else one whose name begins so."""
    near = None
    for part in parts(app):
        said = part.name
        if said.startswith(name) and (not role or part.getRoleName() == role):
            if said == name:
                return part
            near = near or part
    return near


def is_there(app, **_):
    """Whether the program is on the bus."""
    return app is not None


def walk(app, **_):
    """Role, name and whether it can have the focus, of all that is shown."""
    return [
        {
            "role": part.getRoleName(),
            "name": part.name,
            "description": part.description,
            "focusable": part.getState().contains(FOCUSABLE),
        }
        for part in parts(app)
    ]


def where(app, name, role="", **_):
    """The middle of a part on the screen, or None."""
    part = shown(app, name, role)
    if part is None:
        return None
    area = part.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [area.x + area.width // 2, area.y + area.height // 2]


def is_written(app, text, **_):
    """Whether a field in sight holds a text."""
    fields = [part.queryText() for part in parts(app) if part.getRoleName() == "text"]
    return any(text in field.getText(0, -1) for field in fields)


def press(app, name, role="", **_):
    """Do a part's own first action; its name."""
    action = shown(app, name, role).queryAction()
    action.doAction(0)
    return action.getName(0)


def announced(**_):
    """What has been announced so far."""
    return list(heard)


QUESTIONS = {f.__name__: f for f in (is_there, walk, where, is_written, press, announced)}


def answer(line):
    """Answer one question; in the loop's thread, where AT-SPI is spoken."""
    question = json.loads(line)
    try:
        said = QUESTIONS[question.pop("do")](app=application("QPDesk"), **question)
    except Exception as error:  # noqa: BLE001 - whatever it is, the one who asks must hear of it
        said = {"error": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    return False


def listen():
    """Hand each line on to the loop; its end ends the program."""
    for line in sys.stdin:
        GLib.idle_add(answer, line)
    GLib.idle_add(pyatspi.Registry.stop)


def main():
    pyatspi.Registry.registerEventListener(
        lambda event: heard.append(str(event.any_data)), "object:announcement"
    )
    threading.Thread(target=listen, daemon=True).start()
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
