"""The way from one register to another can be walked, there and back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.nodes import Kind, kind_of, may_stand_under
from qpdesk.domain.order import Place
from qpdesk.domain.register import Register
from qpdesk.domain.route import route
from tests.plans import registers


def items(register):
    return {node.id: node for node in register.nodes()}


@st.composite
def pairs(draw):
    """Two registers with some items in common: some changed, moved, gone or new in the second."""
    first = draw(registers())
    nodes = {}
    for node in first.walk():
        parent = node.place.parent
        if (parent is not None and parent not in nodes) or draw(st.integers(0, 5)) == 0:
            continue
        others = [one for one in nodes if may_stand_under(kind_of(node), kind_of(nodes[one]))]
        if others and draw(st.integers(0, 3)) == 0:
            node = replace(node, place=Place(draw(st.sampled_from(others)), "7"))  # noqa: PLW2901
        if kind_of(node) is Kind.AREA and draw(st.booleans()):
            node = replace(node, owner="Någon annan")  # noqa: PLW2901
        nodes[node.id] = node
    return draw(st.permutations((first, Register(nodes.values()))))


@given(pairs())
def test_leads_there_and_back(pair):
    first, second = pair
    edit = Edit(Deed.JOIN, tuple(route(items(first), items(second))))
    register = first.snapshot()
    for change in edit.changes:
        register.apply(change)
    assert items(register) == items(second)
    for change in edit.inverse().changes:
        register.apply(change)
    assert items(register) == items(first)


@given(registers())
def test_there_is_none_between_equals(register):
    assert not list(route(items(register), items(register)))
