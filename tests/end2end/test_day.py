"""A whole day with a plan at a real screen: once pointing at things, once without any mouse."""

import json
import sqlite3
from contextlib import ExitStack, closing

import pytest

from qpdesk.domain.follow_up import queue
from qpdesk.domain.nodes import Measure, Status
from qpdesk.services.checking import read_register
from tests.end2end.hands import Keys, Mouse
from tests.end2end.person import (
    ROOT,
    Person,
    ScreenReader,
    lacks_screen,
    lacks_screen_reader,
    message_bus,
    screen,
    until,
)
from tests.plans import facts
from tests.report.reading import Paper

pytestmark = pytest.mark.screen

AREA, FIRST_IN_AREA = "Kompetens och bemanning", "Introduktion i Lärportalen"
RISK = "Nya får vänta på sin introduktion"
CONTROL = "Stickprov av introduktionen, två gånger per år"
FIRST, SECOND = "Höj takten på våren", "Låt någon äldre följa med"
CHANGED = "Låt en van kollega följa med första veckan, även på ÅVC"
ELSEWHERE = "Nätverksmöte före beslut om placering"


class Day:
    """What the person does, and what the file says after each step."""

    def __init__(self, person, hands, qpdesk, home):
        self.person = person
        self.hands = hands
        self.qpdesk = qpdesk
        self.file = home / "documents" / "QPDesk exempel.qpd"
        self.count = 0
        """How many changesets the file held when it was last read."""
        self.pages = []
        """What it held after each edit that is done now."""

    def begin(self):
        """Open the example from the start page."""
        self.person.start()
        self.hands.open_example()
        until(self.file.exists)
        self.person.window("Kvalitetsplan")
        self.person.look("exemplet")
        self.count, self.pages = self._changes(), [self.read()]

    def read(self):
        """What the file holds now."""
        return facts(read_register(self.file))

    def saved(self, what):
        """An edit must be in the file; what the program's own command shows of it."""
        self.written(1)
        self.person.look(what)
        self.pages.append(self.read())
        shown = json.loads(self.qpdesk("show", self.file, "--json").out)["plans"]
        return {item["title"]: item for item in flat(shown) if "title" in item}

    def written(self, by):
        """Wait until the file has so many more changes, and is sound."""
        self.count += by

        def is_there():
            self.person.press("ctrl+s")
            return until(lambda: self._changes() >= self.count, 3, or_else=False)

        until(is_there)
        assert self._changes() == self.count
        assert self.qpdesk("check", self.file).code == 0

    def _changes(self):
        with closing(sqlite3.connect(f"{self.file.as_uri()}?immutable=1", uri=True)) as file:
            return file.execute("SELECT count(*) FROM changeset").fetchone()[0]


def flat(items):
    for item in items:
        yield item
        yield from flat(item["items"])


@pytest.fixture(params=["keys", pytest.param("mouse", marks=pytest.mark.long)])
def day(request, tmp_path, qpdesk):
    reason = lacks_screen() if request.param == "keys" else lacks_screen_reader()
    if reason:
        pytest.skip(reason)
    home = tmp_path / "hem å"
    with ExitStack() as stack:
        environment = stack.enter_context(screen())
        if request.param == "mouse":
            environment = stack.enter_context(message_bus(environment))
        person = Person(environment, home, ROOT / "build" / "day" / request.param)
        stack.callback(person.leave)
        hands = Keys(person)
        if request.param == "mouse":
            reader = ScreenReader(environment)
            stack.callback(reader.close)
            hands = Mouse(person, reader)
        yield Day(person, hands, qpdesk, home)


def test_a_whole_day_at_the_screen_loses_nothing(day, tmp_path):
    day.begin()
    day.hands.choose_area(AREA, FIRST_IN_AREA)
    add_a_risk_with_control_and_measures(day)
    change_and_move(day)
    complete_what_is_found(day)
    follow_up_five(day)
    undo(day, 10)
    quit_and_come_back(day)
    undo(day, 1)
    export(day, tmp_path / "Planen å.pdf")
    leave(day)


def add_a_risk_with_control_and_measures(day):
    for kind, title in (("risk", RISK), ("control", CONTROL), ("measure", FIRST)):
        day.hands.add(kind)
        items = name_it(day, title)
        assert items[title]["kind"] == kind
    day.hands.add_beside("measure")
    items = name_it(day, SECOND)
    assert [item["title"] for item in items[CONTROL]["items"]] == [FIRST, SECOND]
    assert [item["title"] for item in items[RISK]["items"]] == [CONTROL]


def name_it(day, title):
    """Give what has just been added its name, in the field that has opened in its row."""
    day.saved("ny rad")
    day.person.type(title)
    day.person.press("Return")
    return day.saved(title)


def change_and_move(day):
    day.hands.rename(SECOND, CHANGED)
    assert CHANGED in day.saved("ändrad")
    day.hands.say_what_to_do(CHANGED, "Skriv ett schema i förväg.")
    day.saved("vad som ska göras")
    day.hands.next_status(CHANGED)
    assert day.saved("pågår")[CHANGED]["status"] == Status.ONGOING.value
    day.hands.move_up()
    items = day.saved("flyttad upp")
    assert [item["title"] for item in items[CONTROL]["items"]] == [CHANGED, FIRST]
    day.hands.move_out()
    items = day.saved("flyttad ut")
    assert CHANGED in {item["title"] for item in items[RISK]["items"]}


def complete_what_is_found(day):
    day.hands.find(ELSEWHERE)
    day.person.look("filtrerat")
    day.hands.complete()
    assert day.saved("klar")[ELSEWHERE]["status"] == Status.COMPLETED.value
    day.hands.see_all_again()


def follow_up_five(day):
    """Answer for five measures, each saved by itself, and leave the controls for another day."""
    day.hands.begin_follow_up()
    register = read_register(day.file)
    waiting = queue(register, register.children()[0].id).waiting
    texts = [f"Gjort för {number} gången: gott resultat, åäö." for number in range(1, 6)]
    for step in waiting:
        if not texts:
            break
        if not isinstance(register[step.id], Measure):
            day.hands.skip()
            continue
        text = texts.pop(0)
        day.person.type(text)
        day.hands.save_and_next()
        day.saved(text.split(":")[0])
        assert read_register(day.file)[step.id].follow_up == text
    assert not texts
    day.hands.back_to_plan()


def undo(day, steps):
    """Undo so many steps; the file then says what it said before them, word for word."""
    for _ in range(steps):
        day.hands.undo()
    day.written(steps)
    day.person.look(f"{steps} ångrade")
    del day.pages[-steps:]
    assert day.read() == day.pages[-1]


def quit_and_come_back(day):
    """The next start opens the file again by itself."""
    leave(day)
    day.person.start()
    day.person.window("Kvalitetsplan")
    day.person.look("åter")


def leave(day):
    """Close the program; what the file held it still holds."""
    held = day.read()
    day.hands.quit()
    assert day.person.ended() == 0
    assert day.read() == held
    assert day.qpdesk("check", day.file).code == 0


def export(day, path):
    """Write the plan as PDF, and read it back."""
    day.hands.print_plan()
    day.person.window("Exportera")
    day.person.press("ctrl+a")
    day.person.type(str(path))
    day.person.look("exportera")
    day.person.press("Return")
    until(path.exists)
    day.person.look("exporterat")
    said = " ".join(text for _, text in Paper(path).lines())
    for title in (RISK, CONTROL, FIRST, SECOND):
        assert title in said
