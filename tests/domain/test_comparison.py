"""What an edit would change is told line by line, nothing left out."""

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.comparison import Way, compared
from qpdesk.domain.nodes import Kind
from qpdesk.domain.register import Register
from qpdesk.domain.route import route
from tests.domain.test_settling import add, do


def test_every_difference_is_a_line():
    register = Register([])
    plan = add(register, Kind.PLAN, None, title="Plan")
    one = add(register, Kind.AREA, plan, title="Ett")
    two = add(register, Kind.AREA, plan, title="Två")
    risk = add(register, Kind.RISK, one, title="Risk", likelihood=3, consequence=3)
    before = {node.id: node for node in register.nodes()}
    do(register, edits.change(register, [risk], "likelihood", 2))
    do(register, edits.move(register, [risk], two))
    do(register, edits.delete(register, [one]))
    new = add(register, Kind.MEASURE, risk, title="Ny")
    after = {node.id: node for node in register.nodes()}
    lines = list(compared(Edit(Deed.RESTORE, tuple(route(before, after)))))
    told = {(line.way, line.node.id, line.field) for line in lines}
    assert told == {
        (Way.COMES, new, ""),
        (Way.GOES, one, ""),
        (Way.MOVES, risk, ""),
        (Way.CHANGES, risk, "likelihood"),
        (Way.CHANGES, risk, "level"),
    }
    (level,) = (line for line in lines if line.field == "level")
    assert (level.before, level.after) == (9, 6)
