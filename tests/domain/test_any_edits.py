"""Any sequence of what a user may do: the register stays whole, and everything can be undone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import Kind, Status, kind_of, may_stand_under
from qpdesk.domain.record import FIELDS, to_record
from tests.domain.checks import do, expect_undone
from tests.plans import AWKWARD, records, registers


def _ids(draw, register, most=4):
    """Some items: anything at all, or neighbours as a person selects them."""
    every = list(register.walk())  # in an order that no random id decides
    if draw(st.booleans()):
        chosen = every
    else:
        parents = list(dict.fromkeys(node.place.parent for node in every))
        chosen = register.children(draw(st.sampled_from(parents)))
    ids = [node.id for node in chosen]
    return draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most))


def _add(draw, register):
    every = list(register.walk())
    parent = draw(st.sampled_from([None, *every]))
    above = kind_of(parent) if parent else None
    below = [kind for kind in Kind if may_stand_under(kind, above)]
    kind = draw(st.sampled_from(below or [Kind.AREA]))
    siblings = register.children(parent.id if parent else None)
    after = draw(st.sampled_from([None, *siblings]))
    values = {"title": "Ny"} if "title" in FIELDS[kind] else {}
    values |= {"key": "ny"} if kind is Kind.FOOTNOTE else {}
    return edits.add(register, kind, parent and parent.id, after=after and after.id, **values)


def _change(draw, register):
    ids = _ids(draw, register)
    name = draw(st.sampled_from(sorted({name for kind in Kind for name in FIELDS[kind]})))
    raw = draw(st.none() | st.integers(-3, 20) | st.sampled_from([*AWKWARD, "", "4,2", "a\x00b"]))
    try:
        return edits.change(register, ids, name, raw)
    except ValueError:  # a choice that is none: no widget offers it
        return Edit(Deed.CHANGE, ())


def _move(draw, register):
    ids = _ids(draw, register)
    kinds = {kind_of(register[node_id]) for node_id in ids}
    every = [None, *register.walk()]
    fitting = [
        node for node in every if all(may_stand_under(k, node and kind_of(node)) for k in kinds)
    ]
    parent = draw(st.sampled_from(fitting or every))
    siblings = register.children(parent and parent.id)
    before = draw(st.sampled_from([None, *(node.id for node in siblings)]))
    return edits.move(register, ids, parent and parent.id, before)


def _graft(draw, register):
    other = draw(registers(largest=4, plans=1))
    return edits.graft(register, list(other.walk()), Deed.IMPORT, "plan.docx")


def _copy(draw, register):
    (head, *_) = _ids(draw, register, 1)
    branch = [register[head], *register.walk(head)]
    return edits.graft(register, branch, Deed.PASTE)


def _many(draw, register):
    (head,) = _ids(draw, register, 1)
    return edits.change_many(register, head, to_record_of(draw, register[head]))


def to_record_of(draw, node):
    return draw(records(kind_of(node))) | {"extra": to_record(node)["extra"]}


VERBS = {
    "add": _add,
    "change": _change,
    "change many": _many,
    "copy": _copy,
    "cycle": lambda draw, register: edits.cycle_status(register, _ids(draw, register)),
    "delete": lambda draw, register: edits.delete(register, _ids(draw, register)),
    "graft": _graft,
    "move": _move,
    "move down": lambda draw, register: edits.move_down(register, _ids(draw, register)),
    "move in": lambda draw, register: edits.move_in(register, _ids(draw, register)),
    "move out": lambda draw, register: edits.move_out(register, _ids(draw, register)),
    "move up": lambda draw, register: edits.move_up(register, _ids(draw, register)),
    "rename": lambda draw, register: edits.rename(
        register, _ids(draw, register)[0], draw(st.sampled_from([*AWKWARD, ""]))
    ),
    "status": lambda draw, register: edits.set_status(
        register, _ids(draw, register), draw(st.sampled_from(Status))
    ),
}


@settings(max_examples=40)
@given(
    registers(smallest=8, largest=16, plans=1),
    st.lists(st.sampled_from(sorted(VERBS)), min_size=4, max_size=9),
    st.data(),
)
def test_any_sequence_of_edits_can_be_taken_back(register, verbs, data):
    history = [(register, Edit(Deed.CHANGE, ()))]
    for verb in verbs:
        register = history[-1][0]
        if not len(register) and verb not in {"add", "graft"}:
            continue
        before = list(register.walk())
        try:
            edit = VERBS[verb](data.draw, register)
        except EditRefused:
            assert list(register.walk()) == before, "a refusal changes nothing"
            continue
        assert list(register.walk()) == before, "asking for an edit does nothing yet"
        after = do(register, edit)
        expect_undone(register, edit, after)
        history.append((after, edit))
    register = history[-1][0]
    for (earlier, _), (_, edit) in zip(reversed(history[:-1]), reversed(history[1:]), strict=True):
        register = do(register, edit.inverse())
        assert list(register.walk()) == list(earlier.walk())
