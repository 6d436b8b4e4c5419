"""A whole day with a plan at a real screen: once pointing at things, once without any mouse."""

from contextlib import ExitStack

import pytest

from qpdesk.domain.follow_up import queue
from qpdesk.domain.nodes import Measure
from qpdesk.services.checking import read_register
from tests.end2end.contents import contents, count_changes
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
from tests.report.reading import Paper, squeezed

pytestmark = pytest.mark.screen

PLAN = "Kvalitetsplan 2026 barn och unga"
AREA, FIRST_IN_AREA = "Kompetens och bemanning", "Introduktion i Lärportalen"
RISK = "Nya får vänta på sin introduktion"
CONTROL = "Stickprov av introduktionen, två gånger per år"
FIRST, SECOND = "Höj takten på våren", "Låt någon äldre följa med"
CHANGED = "Låt en van kollega följa med första veckan, även på ÅVC"
WORK = "Skriv ett schema i förväg."
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
        self.count, self.pages = count_changes(self.file), [contents(self.file)]

    def saved(self, what):
        """An edit must be in the file, and all that it did not touch as before; what it holds."""
        self.written(1)
        self.person.look(what)
        now = contents(self.file)
        assert len(now.unlike(self.pages[-1])) == 1
        self.pages.append(now)
        return now

    def written(self, by):
        """Wait until the file has so many more changes, and is sound."""
        self.count += by

        def is_there():
            self.person.press("ctrl+s")
            return until(lambda: count_changes(self.file) >= self.count, 3, or_else=False)

        until(is_there)
        assert count_changes(self.file) == self.count
        assert self.qpdesk("check", self.file).code == 0


@pytest.fixture(params=["keys", "mouse"])
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
        assert name_it(day, title).titled(title)["kind"] == kind
    day.hands.add_beside("measure")
    held = name_it(day, SECOND)
    assert RISK in held.within(PLAN).below(AREA)
    assert held.below(RISK) == [CONTROL]
    assert held.below(CONTROL) == [FIRST, SECOND]


def name_it(day, title):
    """Give what has just been added its name, in the field that has opened in its row."""
    day.saved("ny rad")
    day.person.type(title)
    day.person.press("Return")
    return day.saved(title)


def change_and_move(day):
    day.hands.rename(SECOND, CHANGED)
    assert day.saved("ändrad").below(CONTROL) == [FIRST, CHANGED]
    day.hands.say_what_to_do(CHANGED, WORK)
    assert day.saved("vad som ska göras").titled(CHANGED)["what_to_do"] == WORK
    day.hands.next_status(CHANGED)
    assert day.saved("pågår").titled(CHANGED)["status"] == "ongoing"
    day.hands.move_up()
    assert day.saved("flyttad upp").below(CONTROL) == [CHANGED, FIRST]
    day.hands.move_out()
    held = day.saved("flyttad ut")
    assert (held.below(RISK), held.below(CONTROL)) == ([CONTROL, CHANGED], [FIRST])


def complete_what_is_found(day):
    day.hands.find(ELSEWHERE)
    day.person.look("filtrerat")
    day.hands.complete()
    assert day.saved("klar").titled(ELSEWHERE)["status"] == "completed"
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
        day.hands.write(text)
        day.hands.save_and_next()
        assert day.saved(text.split(":")[0]).items[step.id]["follow_up"] == text
    assert not texts
    day.hands.back_to_plan()


def undo(day, steps):
    """Undo so many steps; the file then says what it said before them, word for word."""
    for _ in range(steps):
        day.hands.undo()
    day.written(steps)
    day.person.look(f"{steps} ångrade")
    del day.pages[-steps:]
    assert contents(day.file) == day.pages[-1]


def quit_and_come_back(day):
    """The next start opens the file again by itself."""
    leave(day)
    day.person.start()
    day.person.window("Kvalitetsplan")
    day.person.look("åter")


def leave(day):
    """Close the program; what the file held it still holds."""
    day.hands.quit()
    assert day.person.ended() == 0
    assert contents(day.file) == day.pages[-1]
    assert day.qpdesk("check", day.file).code == 0


def export(day, path):
    """Write the plan as PDF, and read it back: each row of the file is there."""
    day.hands.print_plan()
    day.person.window("Exportera")
    day.person.press("ctrl+a")
    day.person.type(str(path))
    day.person.look("exportera")
    day.person.press("Return")
    until(path.exists)
    day.person.look("exporterat")
    said = squeezed(" ".join(text for _, text in Paper(path).lines()))
    held = contents(day.file)
    assert held.below(CONTROL) == [FIRST, SECOND]
    for item in held.within(PLAN).items.values():
        if item["kind"] in {"area", "risk", "control", "measure"}:
            assert squeezed(item["title"]) in said
