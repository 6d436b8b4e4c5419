import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.errors import NowhereToMove, WrongParent
from qpdesk.domain.nodes import Area, Chapter, Control, Footnote, Measure, Plan, Risk
from qpdesk.domain.order import Place
from qpdesk.domain.register import Register
from tests.domain.checks import do, expect_undone, titles, with_key

PLAN = Plan(place=Place(None, "1"), title="Plan")
AREA = Area(place=Place(PLAN.id, "1"), title="Område")
CHAPTER = Chapter(place=Place(PLAN.id, "2"), title="Kapitel")
OTHER_AREA = Area(place=Place(PLAN.id, "3"), title="Annat område")
NOTE = Footnote(place=Place(PLAN.id, "4"), key="1", text="Not")
RISK = Risk(place=Place(AREA.id, "1"), title="Risk")
CONTROL = Control(place=Place(AREA.id, "2"), title="Kontroll")
A, B, C, D = (Measure(place=Place(RISK.id, key), title=key) for key in "abcd")
REGISTER = Register([PLAN, AREA, CHAPTER, OTHER_AREA, NOTE, RISK, CONTROL, A, B, C, D])


def order(register, parent=RISK):
    return "".join(titles(register, parent.id))


@pytest.mark.parametrize(
    ("moving", "before", "result"),
    [
        ([A], C, "bacd"),
        ([D], A, "dabc"),
        ([A], None, "bcda"),
        ([C, A], D, "bacd"),
        ([D, B], A, "bdac"),
        ([A, C], C, "bacd"),
        ([B, C], B, "abcd"),
    ],
)
def test_moving_among_siblings(moving, before, result):
    edit = edits.move(REGISTER, [node.id for node in moving], RISK.id, before and before.id)
    after = do(REGISTER, edit)
    assert order(after) == result
    expect_undone(REGISTER, edit, after)


@pytest.mark.parametrize(("moving", "before"), [([A], A), ([A], B), ([D], None), ([B, C], D)])
def test_moving_to_where_it_stands_is_no_edit(moving, before):
    ids = [node.id for node in moving]
    assert not edits.move(REGISTER, ids, RISK.id, before and before.id).changes


def test_only_the_moved_items_change():
    assert len(edits.move(REGISTER, [A.id], RISK.id, D.id).changes) == 1


def test_a_branch_moves_with_all_below_it():
    edit = edits.move(REGISTER, [B.id, RISK.id], OTHER_AREA.id)
    after = do(REGISTER, edit)
    assert titles(after, OTHER_AREA.id) == ["Risk"]
    assert order(after) == "abcd"
    assert len(edit.changes) == 1


@pytest.mark.parametrize(
    ("moving", "parent"), [(RISK, RISK), (AREA, RISK), (PLAN, AREA), (RISK, PLAN), (A, PLAN)]
)
def test_where_an_item_cannot_stand(moving, parent):
    with pytest.raises(WrongParent):
        edits.move(REGISTER, [moving.id], parent.id)


def test_up_and_down():
    assert order(do(REGISTER, edits.move_up(REGISTER, [B.id]))) == "bacd"
    assert order(do(REGISTER, edits.move_down(REGISTER, [B.id]))) == "acbd"
    assert order(do(REGISTER, edits.move_down(REGISTER, [C.id]))) == "abdc"
    assert order(do(REGISTER, edits.move_up(REGISTER, [C.id, D.id]))) == "acdb"
    assert order(do(REGISTER, edits.move_down(REGISTER, [B.id, A.id]))) == "cabd"


def test_up_and_down_stay_in_the_list_that_is_shown():
    up = do(REGISTER, edits.move_up(REGISTER, [OTHER_AREA.id]))
    areas = [node.title for node in up.children(PLAN.id) if isinstance(node, Area)]
    assert areas == ["Annat område", "Område"]
    with pytest.raises(NowhereToMove):
        edits.move_up(REGISTER, [CHAPTER.id])
    mixed = do(REGISTER, edits.move_down(REGISTER, [RISK.id]))
    assert titles(mixed, AREA.id) == ["Kontroll", "Risk"]


@pytest.mark.parametrize("move", [edits.move_up, edits.move_down, edits.move_in, edits.move_out])
def test_there_is_no_place_that_way(move):
    for nodes in ([], [PLAN], [A, CONTROL, OTHER_AREA], [CHAPTER]):
        with pytest.raises(NowhereToMove):
            move(REGISTER, [node.id for node in nodes])


def test_the_ends_are_the_ends():
    for move, node in [(edits.move_up, A), (edits.move_down, D), (edits.move_in, A)]:
        with pytest.raises(NowhereToMove):
            move(REGISTER, [node.id])


def test_in_and_out():
    edit = edits.move_in(REGISTER, [CONTROL.id])
    inside = do(REGISTER, edit)
    assert titles(inside, RISK.id) == ["a", "b", "c", "d", "Kontroll"]
    expect_undone(REGISTER, edit, inside)
    outside = do(REGISTER, edits.move_out(REGISTER, [B.id, C.id]))
    assert titles(outside, AREA.id) == ["Risk", "b", "c", "Kontroll"]
    again = do(outside, edits.move_in(outside, [B.id]))
    assert order(again) == "adb"


def test_a_measure_goes_into_the_nearest_sibling_that_may_have_it():
    register = do(REGISTER, edits.move(REGISTER, [A.id, B.id], AREA.id))
    assert titles(register, AREA.id) == ["Risk", "Kontroll", "a", "b"]
    after = do(register, edits.move_in(register, [A.id, B.id]))
    assert titles(after, CONTROL.id) == ["a", "b"]


# --- siblings that share a key, as two people make them who insert in the same place


@given(
    keys=st.lists(st.sampled_from("abc"), min_size=2, max_size=6).map(sorted),
    data=st.data(),
)
def test_siblings_that_share_a_key_can_still_be_told_apart_and_moved(keys, data):
    measures = [with_key(Measure(place=A.place, title=""), key) for key in keys]
    register = Register([PLAN, AREA, RISK, *measures])
    start = [node.id for node in register.children(RISK.id)]
    moved = data.draw(st.sampled_from(start))
    before = data.draw(st.none() | st.sampled_from(start))
    edit = edits.move(register, [moved], RISK.id, before)
    after = do(register, edit)
    wanted = [node_id for node_id in start if node_id != moved]
    row = start.index(moved) if before == moved else len(wanted)
    if before not in {None, moved}:
        row = wanted.index(before)
    wanted.insert(row, moved)
    assert [node.id for node in after.children(RISK.id)] == wanted
    expect_undone(register, edit, after)
