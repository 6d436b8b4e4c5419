"""What must be true of every register, and ways to do and undo in tests."""

from dataclasses import replace

from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import kind_of, may_stand_under
from qpdesk.domain.order import is_key
from qpdesk.domain.record import from_record, to_record
from qpdesk.domain.register import Register


def expect_whole(register: Register) -> None:
    """The tree holds together, in order, and each item can be written and read back."""
    walked = list(register.walk())
    assert len(walked) == len(register) == len({node.id for node in walked})
    for node in walked:
        parent = node.place.parent
        assert may_stand_under(kind_of(node), None if parent is None else kind_of(register[parent]))
        assert register.children(parent)[register.row(node.id)] is node
        assert is_key(node.place.key)
        assert from_record(kind_of(node), node.id, node.place, to_record(node)) == node
        children = register.children(node.id)
        assert len(children) == register.count(node.id)
        slots = [(child.place.key, child.id) for child in children]
        assert slots == sorted(slots)


def do(register: Register, edit: Edit) -> Register:
    """A copy of the register in which the edit has been made, after rehearsing it."""
    before = list(register.walk())
    register.rehearse(edit)
    assert list(register.walk()) == before, "a rehearsal changes nothing"
    after = register.snapshot()
    for change in edit.changes:
        after.apply(change)
    expect_whole(after)
    return after


def expect_undone(before: Register, edit: Edit, after: Register) -> None:
    """Taking the edit back gives what was there before, and doing it again what came after."""
    undone = do(after, edit.inverse())
    assert list(undone.walk()) == list(before.walk())
    assert list(do(undone, edit.inverse().inverse()).walk()) == list(after.walk())


def titles(register: Register, parent=None) -> list[str]:
    """The titles right under an item, in order."""
    return [node.title for node in register.children(parent)]


def with_key(node, key):
    """The item with another sort key."""
    return replace(node, place=replace(node.place, key=key))
