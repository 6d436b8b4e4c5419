"""What is to be done by which day: due dates and turns of controls, as a list and a calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qpdesk.domain.frequency import days_in, times_a_year
from qpdesk.domain.nodes import Control, Measure, Plan, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.remaining import is_open
from qpdesk.exchange.calendar import Event, write_calendar


class Occasion(StrEnum):
    """Why there is a reminder."""

    DUE = "due"
    """A measure is to be completed."""
    CONTROL = "control"
    """A control is to be made, as often as its frequency says."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day for one item."""

    id: NodeId
    day: date
    occasion: Occasion
    title: str
    responsible: str


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the calendar beside the user's own words; a window may translate it."""

    due: str = "Klar senast"
    control: str = "Egenkontroll"
    responsible: str = "Ansvarig"
    plan: str = "Plan"


SWEDISH = Words()


def reminders(
    register: Register, plans: Sequence[NodeId], since: date | None = None
) -> tuple[Reminder, ...]:
    """The days of some plans in order, from ``since`` on if given.

    Open measures with a due date; controls whose frequency can be read, in the plan's year.
    """
    found = [each for plan in plans for each in _of_plan(register, plan)]
    return tuple(
        sorted(
            (each for each in found if since is None or each.day >= since),
            key=lambda each: (each.day, each.title, each.id),
        )
    )


def unreadable_frequencies(register: Register, plans: Sequence[NodeId]) -> tuple[NodeId, ...]:
    """Controls with a frequency in words that give no days ("vid behov"), to say so."""
    return tuple(
        node.id
        for plan in plans
        for node in register.walk(plan)
        if isinstance(node, Control)
        and node.frequency.strip()
        and times_a_year(node.frequency) is None
    )


def calendar_file(
    register: Register,
    found: Sequence[Reminder],
    stamp: date,
    *,
    warn_days: int | None = 7,
    words: Words = SWEDISH,
) -> bytes:
    """The reminders as an .ics file for Outlook; the same reminders and day give the same bytes.

    An item's reminder keeps its identity when the file is made again, so that a calendar replaces
    it: a measure by its id, a control's turn by its id and day.

    Args:
        register: Where the reminders come from.
        found: From ``reminders``.
        stamp: The day the file is made.
        warn_days: How many days before the calendar speaks up; None for never.
        words: The words in the calendar.
    """
    events = (_event(register, each, warn_days, words) for each in found)
    return write_calendar(events, stamp)


def _of_plan(register: Register, plan_id: NodeId) -> Iterator[Reminder]:
    plan = register[plan_id]
    year = plan.year if isinstance(plan, Plan) else None
    for node in register.walk(plan_id):
        match node:
            case Measure(due=date() as due) if is_open(node):
                yield Reminder(node.id, due, Occasion.DUE, node.title, node.responsible)
            case Control() if year is not None:
                times = times_a_year(node.frequency)
                for day in days_in(year, times) if times else ():
                    yield Reminder(node.id, day, Occasion.CONTROL, node.title, node.responsible)


def _event(register: Register, reminder: Reminder, warn_days: int | None, words: Words) -> Event:
    due = reminder.occasion is Occasion.DUE
    word = words.due if due else words.control
    plan = title_of(register[register.plan_of(reminder.id)])
    lines = [f"{words.responsible}: {reminder.responsible}"] if reminder.responsible else []
    turn = "" if due else f"-{reminder.day.isoformat()}"
    return Event(
        uid=f"{reminder.id}{turn}@qpdesk",
        day=reminder.day,
        summary=f"{word}: {reminder.title}",
        description="\n".join([*lines, f"{words.plan}: {plan}"]),
        warn_days=warn_days,
    )
