"""The log tells people who did what, and gives back what was thrown away."""

from dataclasses import replace

import pytest

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Deed, Edit, Replaced
from qpdesk.domain.nodes import Kind, Status
from qpdesk.store.checking import verify
from qpdesk.store.history import What
from tests.store.desk import contents, the


def rename(desk, kind, title):
    return desk.do(edits.rename(desk.register, the(desk.register, kind).id, title))


def lines(desk, item=None):
    return [
        (event.what, event.field, event.before, event.after, event.who)
        for event in desk.file.history(item)
    ]


def test_tells_what_happened_to_an_item(desk, second):
    measure = the(desk.register, Kind.MEASURE)
    desk.do(edits.set_status(desk.register, [measure.id], Status.ONGOING))
    desk.publish()
    second.publish()
    second.do(edits.set_status(second.register, [measure.id], Status.COMPLETED))
    second.publish()
    desk.publish()
    assert lines(desk, measure.id) == [
        (What.CHANGED, "status", "ongoing", "completed", "Bo Alm"),
        (What.CHANGED, "status", "not_started", "ongoing", "Anna Ek"),
        (What.ADDED, "", None, None, "Anna Ek"),
    ]
    (last, *_) = desk.file.history(measure.id)
    assert last.kind is Kind.MEASURE
    assert last.deed == Deed.STATUS
    assert not last.is_undo


def test_tells_of_moves_deletions_and_undo(desk):
    control = the(desk.register, Kind.CONTROL)
    area = the(desk.register, Kind.AREA)
    desk.do(edits.move(desk.register, [control.id], area.id))
    gone = desk.do(edits.delete(desk.register, [control.id]))
    desk.do(gone.inverse(), undo=True)
    events = desk.file.history(control.id)
    told = [event.what for event in events]
    assert told == [What.RESTORED, What.DELETED, What.MOVED, What.ADDED]
    assert events[0].is_undo


def test_tells_the_newest_of_everything_first_and_no_more_than_asked(desk):
    for number in range(5):
        rename(desk, Kind.AREA, f"Namn {number}")
    assert [event.after for event in desk.file.history(limit=3)] == ["Namn 4", "Namn 3", "Namn 2"]
    assert len(desk.file.history()) == 5 + 5  # an item that comes is one line, whatever it brings


def test_the_wastebasket(desk):
    branch = [the(desk.register, kind) for kind in (Kind.RISK, Kind.CONTROL, Kind.MEASURE)]
    before = contents(desk.register)
    assert desk.file.deleted() == []
    desk.do(edits.delete(desk.register, [branch[0].id]))
    found = desk.file.deleted()
    assert {deleted.node.id: deleted.node for deleted in found} == {
        node.id: node for node in branch
    }
    assert len({deleted.changeset for deleted in found}) == 1
    assert found[0].who == "Anna Ek"
    back = Edit(Deed.RESTORE, tuple(Added(node) for node in branch))
    desk.do(back)
    assert contents(desk.register) == before
    assert desk.file.deleted() == []


def test_what_comes_back_with_other_values_is_as_it_comes(desk):
    """A plan that was deleted is imported again, changed meanwhile: the same ids, other values."""
    risk = the(desk.register, Kind.RISK)
    rename(desk, Kind.RISK, "Annat")
    desk.do(edits.change(desk.register, [risk.id], "source", "Granskning"))
    desk.do(edits.delete(desk.register, [risk.id]))
    desk.do(edits.graft(desk.register, [replace(risk, likelihood=None, level=9)], Deed.IMPORT))
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
    assert desk.register[risk.id].source == ""


def test_undo_survives_a_restart_and_is_known_again(desk):
    first = rename(desk, Kind.AREA, "Ett")
    second = rename(desk, Kind.AREA, "Två")
    desk.do(second.inverse(), undo=True)
    desk.close()
    desk.open()
    steps = desk.file.steps()
    assert [step.edit for step in steps[-2:]] == [first, second]
    assert [step.is_undone for step in steps[-2:]] == [False, True]
    desk.do(steps[-1].edit)  # redo
    desk.do(steps[-1].edit.inverse(), undo=True)
    desk.do(steps[-2].edit.inverse(), undo=True)
    desk.close()
    desk.open()
    steps = desk.file.steps()
    assert [step.edit for step in steps if step.is_undone] == [first, second]
    assert [event.is_undo for event in desk.file.history(limit=3)] == [True, True, False]


def test_steps_are_as_many_as_asked_for(desk):
    for number in range(6):
        rename(desk, Kind.AREA, f"Namn {number}")
    steps = desk.file.steps(limit=3)
    assert [step.edit.changes[0].after.title for step in steps] == ["Namn 3", "Namn 4", "Namn 5"]


@pytest.mark.parametrize("title", ["å" * 10_000, "\N{GRINNING FACE}\u2028\x85", "\\\"'\n{}"])
def test_texts_are_kept_to_the_letter(desk, title):
    area = the(desk.register, Kind.AREA)
    changed = replace(area, routine=title)
    desk.do(Edit(Deed.CHANGE, (Replaced(area, changed),)))
    desk.close()
    desk.open()
    assert the(desk.register, Kind.AREA).routine == title
    assert desk.file.history(limit=1)[0].after == title
