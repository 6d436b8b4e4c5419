"""Chapters as running text and back: nothing is lost, chapters stay the same, notes come along."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Moved, Removed, Replaced
from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.nodes import Document, Holds, Kind
from qpdesk.domain.register import Register
from qpdesk.domain.rewriting import Memory, free_key, rewrite
from qpdesk.domain.running_text import (
    HEADINGS,
    Block,
    Shape,
    blocks_of,
    body_of,
    chapters_of,
    text_of,
)
from qpdesk.domain.text import paragraphs
from tests.plans import cells, facts, lines, registers

UNTITLED = "Nytt kapitel"
H1, H2, P, B = Shape.HEADING_1, Shape.HEADING_2, Shape.PARAGRAPH, Shape.BULLET


def made(*chapters):
    """A register with one plan and these chapters, each (title, text) or with more fields."""
    register = Register()

    def do(edit):
        for change in edit.changes:
            register.apply(change)
        return edits.added(edit).id

    plan = do(edits.add(register, Kind.PLAN, None, title="Plan"))
    for title, text, *more in chapters:
        values = more[0] if more else {}
        do(edits.add(register, Kind.CHAPTER, plan, title=title, text=text, **values))
    return register, plan


def add_note(register, plan, key, text):
    for change in edits.add(register, Kind.FOOTNOTE, plan, key=key, text=text).changes:
        register.apply(change)


def memory_of(register, plan):
    chapters = {chapter.id: chapter for chapter in chapters_of(register, plan)}
    notes = {n.key: n.text for n in register.children(plan, Kind.FOOTNOTE)}
    return Memory(UNTITLED, chapters, notes)


def written(register, plan, blocks, memory=None):
    """The edit, done."""
    edit = rewrite(register, plan, blocks, memory or memory_of(register, plan))
    register.rehearse(edit)
    for change in edit.changes:
        register.apply(change)
    return edit


def titles(register, plan):
    return [chapter.title for chapter in chapters_of(register, plan)]


shapes = st.sampled_from(list(Shape))
blocks = st.lists(st.builds(Block, shapes, st.just("") | lines), max_size=8)


@given(cells)
def test_a_text_is_the_same_text_after_being_blocks(text):
    body = body_of(text)
    assert list(paragraphs(text_of(body))) == list(paragraphs(text))
    assert body_of(text_of(body)) == body


@given(registers(plans=1, smallest=4))
def test_what_is_shown_and_not_touched_is_no_edit(register):
    plan = register.children()[0].id
    shown = blocks_of(chapters_of(register, plan))
    assert rewrite(register, plan, shown, memory_of(register, plan)).changes == ()


@given(registers(plans=1, largest=8), st.data())
def test_whatever_is_written_is_in_the_plan_and_can_be_undone(register, data):
    plan = register.children()[0].id
    before = facts(register)
    shown = blocks_of(chapters_of(register, plan))
    mixed = data.draw(st.permutations([*shown, *data.draw(blocks)]))
    mixed = mixed[: data.draw(st.integers(0, len(mixed)))]
    edit = written(register, plan, mixed)
    now = blocks_of(chapters_of(register, plan))
    said = [block.text.split() for block in map(Block.settled, mixed) if block.text.split()]
    kept = [block.text.split() for block in now if block.text.split()]
    assert [words for words in kept if words != UNTITLED.split()] == [
        words for words in said if words != UNTITLED.split()
    ]
    assert {block.chapter for block in mixed if block.chapter} <= {block.chapter for block in now}
    again = rewrite(register, plan, now, memory_of(register, plan))
    assert again.changes == ()
    for change in edit.inverse().changes:
        register.apply(change)
    assert facts(register) == before


@given(
    st.lists(st.tuples(lines, st.lists(lines, min_size=1, max_size=4)), min_size=1, max_size=4),
    st.data(),
)
def test_dividing_and_joining_keeps_every_word_and_the_chapters(chapters, data):
    register, plan = made(*[(title, "\n".join(body)) for title, body in chapters])
    shown = blocks_of(chapters_of(register, plan))
    ids = [chapter.id for chapter in chapters_of(register, plan)]
    at = data.draw(st.integers(1, len(shown)))
    written(register, plan, [*shown[:at], Block(H2, "Mellanrubrik"), *shown[at:]])
    divided = chapters_of(register, plan)
    assert len(divided) == len(ids) + 1
    assert [chapter.id for chapter in divided if chapter.id in ids] == ids
    now = blocks_of(divided)
    assert [block.text for block in now] == [
        *[block.settled().text for block in shown[:at]],
        "Mellanrubrik",
        *[block.settled().text for block in shown[at:]],
    ]
    written(register, plan, [*now[:at], *now[at + 1 :]])
    assert [chapter.id for chapter in chapters_of(register, plan)] == ids
    assert [each.settled() for each in blocks_of(chapters_of(register, plan))] == [
        each.settled() for each in shown
    ]


def test_a_heading_that_becomes_text_joins_its_chapter_to_the_one_above():
    register, plan = made(("Inledning", "Ett"), ("Syfte", "Två"))
    first, _, heading, last = blocks_of(chapters_of(register, plan))
    written(register, plan, [first, Block(P, "Ett"), replace(heading, shape=P), last])
    (chapter,) = chapters_of(register, plan)
    assert (chapter.id, chapter.text) == (first.chapter, "Ett\nSyfte\nTvå")


def test_a_renamed_moved_and_demoted_chapter_is_the_same():
    register, plan = made(("A", "a"), ("B", "b"), ("C", "c"))
    a, a_text, b, b_text, c, c_text = blocks_of(chapters_of(register, plan))
    b = Block(H2, "  B   bis ", b.chapter)
    edit = written(register, plan, [c, c_text, a, a_text, b, b_text])
    assert titles(register, plan) == ["C", "A", "B bis"]
    assert [chapter.id for chapter in chapters_of(register, plan)] == [
        c.chapter,
        a.chapter,
        b.chapter,
    ]
    assert chapters_of(register, plan)[2].level == 2
    assert [type(change) for change in edit.changes] == [Moved, Replaced]  # only what must move


def test_a_chapter_that_was_cut_out_and_comes_back_is_the_same():
    register, plan = made(("A", "a"), ("B", "b", {"document": Document.BOTH}))
    memory = memory_of(register, plan)
    whole = blocks_of(chapters_of(register, plan))
    written(register, plan, whole[:2], memory)
    assert titles(register, plan) == ["A"]
    written(register, plan, [*whole[2:], *whole[:2]], memory)
    first, second = chapters_of(register, plan)
    assert (first.title, first.id, first.document) == ("B", whole[2].chapter, Document.BOTH)
    assert second.title == "A"


def test_a_chapter_that_was_never_shown_is_left_alone():
    register, plan = made(("A", "a"))
    memory, shown = memory_of(register, plan), blocks_of(chapters_of(register, plan))
    for change in edits.add(register, Kind.CHAPTER, plan, title="Från annat håll").changes:
        register.apply(change)
    written(register, plan, [*shown, Block(P, "b")], memory)
    assert sorted(titles(register, plan)) == ["A", "Från annat håll"]


def test_a_pasted_heading_that_is_still_there_too_is_a_new_chapter():
    register, plan = made(("A", "a"))
    shown = blocks_of(chapters_of(register, plan))
    written(register, plan, [*shown, *shown])
    first, second = chapters_of(register, plan)
    assert first.id == shown[0].chapter != second.id
    assert (second.title, second.text) == ("A", "a")


def test_text_before_the_first_heading_gets_one():
    register, plan = made()
    written(register, plan, [Block(P, ""), Block(P, "Ord"), Block(B, "punkt")])
    (chapter,) = chapters_of(register, plan)
    assert (chapter.title, chapter.text) == (UNTITLED, "Ord\n- punkt")


def test_an_emptied_heading_keeps_its_chapter_and_an_empty_new_one_is_nothing_yet():
    register, plan = made(("A", "a"))
    heading, text = blocks_of(chapters_of(register, plan))
    written(register, plan, [replace(heading, text=" "), text, Block(H1, ""), Block(P, "b")])
    (chapter,) = chapters_of(register, plan)
    assert (chapter.title, chapter.text) == ("A", "a\n\nb")


def test_a_new_chapter_is_printed_where_the_one_above_it_is():
    register, plan = made(("A", "a", {"document": Document.FOLLOW_UP}))
    shown = blocks_of(chapters_of(register, plan))
    written(register, plan, [*shown, Block(H1, "B")])
    assert [c.document for c in chapters_of(register, plan)] == [Document.FOLLOW_UP] * 2


def test_tables_stay_below_the_text_they_stood_below():
    register, plan = made(("A", "a\nb", {"holds": Holds.AREAS}), ("C", "c"))
    a, a1, a2, c, c1 = blocks_of(chapters_of(register, plan))
    written(register, plan, [a, a1, Block(H1, "Delad"), a2, c, c1])
    held = {chapter.title: chapter.holds for chapter in chapters_of(register, plan)}
    assert held == {"A": Holds.NOTHING, "Delad": Holds.AREAS, "C": Holds.NOTHING}
    divided = blocks_of(chapters_of(register, plan))
    written(register, plan, [divided[0], divided[1], *divided[3:]])
    held = {chapter.title: chapter.holds for chapter in chapters_of(register, plan)}
    assert held == {"A": Holds.AREAS, "C": Holds.NOTHING}
    a, *rest = blocks_of(chapters_of(register, plan))
    written(register, plan, [a, *rest[:2], Block(H1, "Efter tabellerna"), *rest[2:]])
    assert chapters_of(register, plan)[0].holds is Holds.AREAS


def test_a_note_comes_with_its_first_reference_and_goes_with_the_last():
    register, plan = made(("A", "a"), ("B", "b"))
    shown = blocks_of(chapters_of(register, plan))
    memory = replace(memory_of(register, plan), notes={"1": "Not & <text>"})
    once = [shown[0], Block(P, "a[^1]"), *shown[2:]]
    edit = written(register, plan, once, memory)
    assert [type(change) for change in edit.changes] == [Replaced, Added]
    (note,) = register.children(plan, Kind.FOOTNOTE)
    assert (note.key, note.text) == ("1", "Not & <text>")
    twice = [shown[0], Block(P, "a[^1]"), shown[2], Block(P, "b[^1]")]
    written(register, plan, twice)
    written(register, plan, [*shown[:2], *twice[2:]])
    assert register.children(plan, Kind.FOOTNOTE)
    edit = written(register, plan, shown)
    assert [type(change) for change in edit.changes] == [Replaced, Removed]
    assert not register.children(plan, Kind.FOOTNOTE)


def test_a_note_that_something_else_refers_to_stays_and_so_does_one_that_nothing_did():
    register, plan = made(("A", "a[^1]"))
    add_note(register, plan, "1", "ett")
    add_note(register, plan, "2", "två")
    for change in edits.add(register, Kind.AREA, plan, title="Område[^1]").changes:
        register.apply(change)
    written(register, plan, [blocks_of(chapters_of(register, plan))[0]])
    assert [n.key for n in register.children(plan, Kind.FOOTNOTE)] == ["1", "2"]


def test_a_text_that_may_not_be_kept_is_refused_whole():
    register, plan = made(("A", "a"))
    shown = blocks_of(chapters_of(register, plan))
    with pytest.raises(NotPrintable):
        rewrite(register, plan, [*shown, Block(P, "\x00PNG")], memory_of(register, plan))
    assert chapters_of(register, plan)[0].text == "a"


def test_headings_have_three_levels():
    assert [HEADINGS[level].level for level in (1, 2, 3)] == [1, 2, 3]
    assert free_key(["1", "3"]) == "2"
    assert free_key([]) == "1"
