import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.text import (
    clean,
    cleansed,
    folded,
    one_line,
    paragraphs,
    references,
    sorting_key,
    split_references,
)
from tests.plans import cells


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_there_is_one_kind_of_line_end(end):
    assert clean(f"ett{end}två{end}{end}tre") == "ett\ntvå\n\ntre"


def test_the_rest_of_a_text_is_kept_as_it_was_typed():
    text = '  ”Min plan” och "Vem?"\t67\N{NO-BREAK SPACE}% \N{GRINNING FACE}\n\n- punkt  '
    assert clean(text) == text


@given(st.text())
def test_a_text_is_kept_or_refused_and_cleaning_twice_is_cleaning_once(text):
    try:
        once = clean(text)
    except NotPrintable:
        safe, count = cleansed(text)
        assert count
        assert clean(safe) == safe
    else:
        assert clean(once) == once
        assert cleansed(text) == (once, 0)


def test_characters_that_cannot_be_kept_leave_a_mark_each():
    assert cleansed("a\x00b\x1bc\r\nd") == (
        "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c\nd",
        2,
    )


def test_a_title_is_one_line_and_keeps_its_no_break_spaces():
    assert (
        one_line(" Andel\t 67\N{NO-BREAK SPACE}%\r\n av  alla ")
        == "Andel 67\N{NO-BREAK SPACE}% av alla"
    )
    with pytest.raises(NotPrintable):
        one_line("a\x00")


def test_paragraphs_and_list_items():
    text = "Först.\n\n- ett\n• två\n\uf0b7\ttre\n-inte\n4 - 2\nSist."
    assert list(paragraphs(text)) == [
        (False, "Först."),
        (True, "ett"),
        (True, "två"),
        (True, "tre"),
        (False, "-inte"),
        (False, "4 - 2"),
        (False, "Sist."),
    ]


@given(cells)
def test_no_word_of_a_cell_is_lost_between_its_paragraphs(text):
    shown = " ".join(line for _, line in paragraphs(text))
    assert [word for word in text.split() if word != "-"] == [
        word for word in shown.split() if word != "-"
    ]


def test_footnotes_are_found_in_text_and_inside_quotations():
    text = 'Se FREDA[^3]. Fråga: "Vem möter du på Kajen[^4a]?" [^3] [^] [^a b] [^x'
    assert list(references(text)) == ["3", "4a", "3"]
    assert list(split_references(text)) == [
        ("Se FREDA", "3"),
        ('. Fråga: "Vem möter du på Kajen', "4a"),
        ('?" ', "3"),
        (" [^] [^a b] [^x", ""),
    ]


@given(st.text() | st.lists(st.sampled_from(["[^1]", "a", "[^", "]"])).map("".join))
def test_pieces_and_references_make_the_text_again(text):
    pieces = list(split_references(text))
    assert "".join(piece + (f"[^{key}]" if key else "") for piece, key in pieces) == text
    assert [key for _, key in pieces if key] == list(references(text))


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("år", "ÅR 2026"),
        ("ar", "arbete"),
        ("ide", "En idé"),
        ("skyddsbedomning".replace("o", "ö"), "Skydds\N{SOFT HYPHEN}bedömning"),
        ("13\N{EN DASH}20", "13-20 år"),
        ("u-båt", "UBÅT"),
        ("strasse", "Straße"),
    ],
)
def test_searching_finds(needle, text):
    assert folded(needle) in folded(text)


@pytest.mark.parametrize(("needle", "text"), [("ar", "år"), ("atgard", "åtgärd"), ("o", "ö")])
def test_swedish_letters_are_letters_of_their_own(needle, text):
    assert folded(needle) not in folded(text)


def test_a_letter_and_its_ring_apart_are_the_same_letter():
    apart = "A\N{COMBINING RING ABOVE}tga\N{COMBINING DIAERESIS}rd"
    assert folded(apart) == folded("Åtgärd")
    assert sorting_key(apart) == sorting_key("Åtgärd")


def test_lists_sort_as_in_swedish():
    words = ["Öppenvård", "zon", "ärende", "Åtgärd", "Arbete", "éclair", "eka", "ækta", "øre"]
    assert sorted(words, key=sorting_key) == [
        "Arbete", "éclair", "eka", "zon", "Åtgärd", "ækta", "ärende", "Öppenvård", "øre",
    ]  # fmt: skip
