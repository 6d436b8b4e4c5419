from collections import Counter

from hypothesis import given

from qpdesk.domain.nodes import Area, Control, Kind, Measure, Plan, Risk, Status, kind_of
from qpdesk.domain.order import Place
from qpdesk.domain.register import Register
from qpdesk.domain.tally import tally
from tests.plans import registers


def test_the_figures_of_a_branch():
    plan = Plan(place=Place(None, "1"), title="Plan")
    area = Area(place=Place(plan.id, "1"), title="Område")
    risk = Risk(place=Place(area.id, "1"), title="Risk")
    control = Control(place=Place(area.id, "2"), title="Kontroll", follow_up="67 %")
    done = Measure(
        place=Place(risk.id, "1"), title="Klar", status=Status.COMPLETED, follow_up="Genomförd"
    )
    blank = Measure(place=Place(control.id, "1"), title="Ny", follow_up=" \n")
    register = Register([plan, area, risk, control, done, blank])
    figures = tally(register, plan.id)
    assert figures.kinds == {Kind.AREA: 1, Kind.RISK: 1, Kind.CONTROL: 1, Kind.MEASURE: 2}
    assert figures.statuses == {Status.COMPLETED: 1, Status.NOT_STARTED: 1}
    assert (figures.reported, figures.reportable) == (2, 3)
    assert tally(register, control.id).kinds == {Kind.MEASURE: 1}
    assert tally(register, None).kinds[Kind.PLAN] == 1


@given(registers())
def test_every_item_is_counted_once(register):
    figures = tally(register, None)
    assert figures.kinds == Counter(kind_of(node) for node in register.nodes())
    assert sum(figures.statuses.values()) == figures.kinds[Kind.MEASURE]
    parts = [tally(register, plan.id).kinds for plan in register.children()]
    assert sum(parts, Counter({Kind.PLAN: len(parts)})) == figures.kinds
