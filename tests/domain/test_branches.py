import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.branches import Branches, carry, paste, taken, target_for
from qpdesk.domain.changes import Added, Moved
from qpdesk.domain.errors import WrongParent
from qpdesk.domain.nodes import Kind, kind_of, may_stand_under
from qpdesk.domain.record import to_record
from qpdesk.domain.register import Register
from qpdesk.domain.text import references
from tests.domain.checks import expect_whole
from tests.plans import registers


@pytest.fixture
def register():
    return Register()


def done(register, edit):
    """The edit made in this very register, after rehearsing it."""
    register.rehearse(edit)
    for change in edit.changes:
        register.apply(change)
    expect_whole(register)


def add(register, kind, parent, **values):
    edit = edits.add(register, kind, parent, **values)
    done(register, edit)
    return edits.added(edit).id


@pytest.fixture
def plan(register):
    return add(register, Kind.PLAN, None, title="Plan 2026", year=2026)


@pytest.fixture
def risk(register, plan):
    area = add(register, Kind.AREA, plan, title="Hemtjänst")
    risk = add(register, Kind.RISK, area, title="Sen mat")
    check = add(register, Kind.CONTROL, risk, title="Mätning", purpose="Varmt[^1] i tid")
    first = add(register, Kind.MEASURE, check, title="Ny ordning")
    add(register, Kind.MEASURE, check, title="Samtal", status_reference=first)
    add(register, Kind.FOOTNOTE, plan, key="1", text="Minst 60 grader.")
    return risk


def told(register, node_id):
    """A branch without ids, references by title."""
    node = register[node_id]
    record = to_record(node)
    if reference := record.get("status_reference"):
        record["status_reference"] = register[reference].title
    return kind_of(node), record, [told(register, child.id) for child in register.children(node_id)]


def test_a_copy_is_the_same_with_ids_of_its_own(register, risk):
    area = register[risk].place.parent
    before = told(register, risk)
    count = len(register)
    done(register, paste(register, taken(register, [risk]), area, None))
    copy = register.children(area)[-1].id
    assert copy != risk
    assert told(register, copy) == before
    assert len(register) == count + 4  # the note is the plan's already


def test_a_reference_inside_a_copy_leads_to_the_copy(register, risk):
    area = register[risk].place.parent
    done(register, paste(register, taken(register, [risk]), area, risk))
    copy = register.children(area)[0]
    first, second = [n for n in register.walk(copy.id) if kind_of(n) is Kind.MEASURE]
    assert second.status_reference == first.id


def test_notes_come_along_to_another_plan_under_a_mark_that_is_free(register, risk):
    other = add(register, Kind.PLAN, None, title="Plan 2027", year=2027)
    home = add(register, Kind.AREA, other, title="Här")
    add(register, Kind.FOOTNOTE, other, key="1", text="En annan not.")
    done(register, paste(register, taken(register, [risk]), home))
    copy = register.children(home)[0].id
    purpose = register.children(copy)[0].purpose
    assert purpose == "Varmt[^2] i tid"
    notes = {note.key: note.text for note in register.children(other, Kind.FOOTNOTE)}
    assert notes == {"1": "En annan not.", "2": "Minst 60 grader."}
    done(register, paste(register, taken(register, [risk]), home))
    assert len(register.children(other, Kind.FOOTNOTE)) == 2  # the same note serves again


def test_what_is_carried_keeps_its_ids_and_takes_its_notes_along(register, risk):
    other = add(register, Kind.PLAN, None, title="Plan 2027", year=2027)
    home = add(register, Kind.AREA, other, title="Här")
    add(register, Kind.FOOTNOTE, other, key="1", text="En annan not.")
    ids = [node.id for node in register.walk(risk)]
    edit = carry(register, [risk], home)
    done(register, edit)
    assert register[risk].place.parent == home
    assert [node.id for node in register.walk(risk)] == ids
    assert register.children(risk)[0].purpose == "Varmt[^2] i tid"
    done(register, edit.inverse())
    assert register.children(risk)[0].purpose == "Varmt[^1] i tid"
    assert register.children(other, Kind.FOOTNOTE)[0].text == "En annan not."


def test_carrying_within_a_plan_moves_and_no_more(register, risk):
    area = register[risk].place.parent
    second = add(register, Kind.AREA, register[area].place.parent, title="Natt")
    edit = carry(register, [risk], second)
    assert [type(change) for change in edit.changes] == [Moved]


def test_a_kind_that_may_not_stand_there_is_refused_by_name(register, risk, plan):
    with pytest.raises(WrongParent) as refused:
        paste(register, taken(register, [risk]), plan)
    assert (refused.value.kind, refused.value.above) == (Kind.RISK, Kind.PLAN)
    with pytest.raises(WrongParent):
        carry(register, [register[risk].place.parent], risk)


def test_the_place_is_under_the_current_item_or_else_right_after_it(register, risk, plan):
    area = register[risk].place.parent
    check = register.children(risk)[0].id
    last = add(register, Kind.RISK, area, title="Sist")
    assert target_for(register, [Kind.MEASURE], plan, risk) == (risk, None)
    assert target_for(register, [Kind.RISK], plan, risk) == (area, last)
    assert target_for(register, [Kind.RISK], plan, check) == (area, last)
    assert target_for(register, [Kind.RISK, Kind.MEASURE], plan, check) == (area, last)
    assert target_for(register, [Kind.AREA], plan, None) == (plan, None)
    with pytest.raises(WrongParent):
        target_for(register, [Kind.RISK], plan, None)


def test_only_what_is_in_sight_is_taken(register, risk):
    check = register.children(risk)[0].id
    assert [n.id for n in taken(register, [risk], {risk, check}).nodes] == [risk, check]


@given(registers(smallest=3), st.data())
def test_any_branch_can_be_pasted_wherever_it_may_stand(register, data):
    node = data.draw(st.sampled_from([n for n in register.walk() if n.place.parent is not None]))
    places = [n for n in register.walk() if may_stand_under(kind_of(node), kind_of(n))]
    place = data.draw(st.sampled_from(places)).id
    siblings = [n.id for n in register.children(place)]
    before = data.draw(st.none() | st.sampled_from(siblings)) if siblings else None
    old = [n.id for n in register.walk()]
    branches = taken(register, [node.id])
    edit = paste(register, branches, place, before)
    done(register, edit)
    fresh = {c.node.id for c in edit.changes if isinstance(c, Added)}
    assert not fresh & set(old)
    assert [n.id for n in register.walk() if n.id not in fresh] == old
    plan = register.plan_of(place)
    keys = {note.key for note in register.children(plan, Kind.FOOTNOTE)}
    wanted = {k for b in branches.nodes for k in references(str(getattr(b, "purpose", "")))}
    had = {note.key for note in branches.notes}
    for each in fresh:
        assert set(references(str(getattr(register[each], "purpose", "")))) <= keys | (wanted - had)
    done(register, edit.inverse())
    assert [n.id for n in register.walk()] == old


def test_nothing_is_no_branch():
    assert Branches(()).heads == ()
