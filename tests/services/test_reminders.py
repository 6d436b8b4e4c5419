from datetime import date

from qpdesk.domain.nodes import Area, Control, Measure, Plan, Status
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.services.reminders import (
    Occasion,
    calendar_file,
    reminders,
    unreadable_frequencies,
)
from tests.exchange.test_calendar import unfolded, values

PLAN = Plan(id=NodeId("p"), place=Place(None, "1"), title="Plan för vuxna", year=2022)
AREA = Area(id=NodeId("a"), place=Place(PLAN.id, "1"), title="Boende")


def measure(name, due, status=Status.ONGOING):
    return Measure(
        id=NodeId(name),
        place=Place(AREA.id, name),
        title=f"Åtgärd {name}",
        due=due,
        status=status,
        responsible="Åsa",
    )


def control(name, frequency):
    return Control(
        id=NodeId(name), place=Place(AREA.id, name), title="Loggkontroll", frequency=frequency
    )


REGISTER = Register(
    [
        PLAN,
        AREA,
        measure("m1", date(2022, 10, 1)),
        measure("m2", date(2022, 5, 1)),
        measure("m3", date(2022, 5, 1), Status.COMPLETED),
        measure("m4", None),
        control("k1", "halvårsvis"),
        control("k2", "vid behov"),
        control("k3", ""),
    ]
)


def test_open_measures_and_turns_of_controls_in_order_of_day():
    found = reminders(REGISTER, [PLAN.id])
    assert [(each.day.isoformat(), each.id, each.occasion) for each in found] == [
        ("2022-05-01", "m2", Occasion.DUE),
        ("2022-06-30", "k1", Occasion.CONTROL),
        ("2022-10-01", "m1", Occasion.DUE),
        ("2022-12-31", "k1", Occasion.CONTROL),
    ]
    later = reminders(REGISTER, [PLAN.id], since=date(2022, 10, 1))
    assert [each.id for each in later] == ["m1", "k1"]


def test_a_frequency_that_gives_no_days_is_told():
    assert unreadable_frequencies(REGISTER, [PLAN.id]) == ("k2",)


def test_a_plan_without_a_year_has_only_its_due_dates():
    register = Register(
        [Plan(id=PLAN.id, place=PLAN.place, title="Plan"), AREA, control("k", "årligen")]
    )
    assert reminders(register, [PLAN.id]) == ()


def test_the_calendar_says_what_and_who_and_the_same_again_next_time():
    found = reminders(REGISTER, [PLAN.id])
    data = calendar_file(REGISTER, found, date(2022, 1, 10))
    assert values(data, "SUMMARY")[:2] == ["Klar senast: Åtgärd m2", "Egenkontroll: Loggkontroll"]
    assert values(data, "DESCRIPTION")[0] == "Ansvarig: Åsa\nPlan: Plan för vuxna"
    assert values(data, "UID") == [
        "m2@qpdesk", "k1-2022-06-30@qpdesk", "m1@qpdesk", "k1-2022-12-31@qpdesk",
    ]  # fmt: skip
    assert calendar_file(REGISTER, found, date(2022, 1, 10)) == data
    silent = calendar_file(REGISTER, found, date(2022, 1, 10), warn_days=None)
    assert "BEGIN:VALARM" not in unfolded(silent)
