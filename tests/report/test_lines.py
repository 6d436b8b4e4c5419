"""Lines hold all of the text, none is too long, and words break where Swedish breaks them."""

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.report.canvas import TaggedCanvas
from qpdesk.report.faces import SOFT_HYPHEN, Faces, embedded_font, printable
from qpdesk.report.hyphens import Hyphens
from qpdesk.report.lines import Run, plain_lines, run_lines
from qpdesk.report.metadata import About, colour_profile

LETTERS = "abcdeåäöÅÄÖfghijklmnoprstuvxyzåäö-/–§.,()1234567890"
texts = st.lists(st.text(LETTERS, min_size=1, max_size=60), min_size=1).map(" ".join)
widths = st.floats(2500, 60000)


@pytest.fixture(scope="module")
def faces():
    canvas = TaggedCanvas(About("Titel"), colour_profile(), embedded_font())
    return Faces(canvas.document)


@pytest.fixture(scope="module")
def hyphens():
    return Hyphens()


@given(text=texts, width=widths)
def test_plain_lines_hold_the_text_and_fit(text, width, faces, hyphens):
    lines = plain_lines(text, faces.body, width, hyphens)
    assert "".join(lines).replace(SOFT_HYPHEN, "") == text
    for line in lines:
        assert faces.body.width(line.rstrip(" "), 1000) <= width + 1e-6 or len(line) == 1


@given(parts=st.lists(texts, min_size=1, max_size=4), width=widths)
def test_runs_hold_the_text_and_fit(parts, width, faces, hyphens):
    runs = [
        Run(text + (" " if index % 2 else ""), (faces.body, faces.bold)[index % 2], order=index)
        for index, text in enumerate(parts)
    ]
    lines = run_lines(runs, width, hyphens)
    read = "".join(run.text for line in lines for run in line).replace(SOFT_HYPHEN, "")
    assert read == " ".join("".join(run.text for run in runs).split())
    for line in lines:
        wide = sum(run.face.width(run.text.rstrip(" "), 1000) for run in line)
        assert wide <= width + 1e-6 or sum(len(run.text) for run in line) <= 2


@given(st.text("abcdefghijklmnoprstuvyåäö", min_size=8, max_size=40))
def test_words_break_where_the_patterns_say(word):
    hyphens = Hyphens()
    wanted = pyphen.Pyphen(lang="sv_SE", left=3, right=3).positions(word)
    assert [len(head) - 1 for head, _ in hyphens.breaks(word)] == list(wanted)


def test_some_words_of_the_trade(hyphens):
    def parts(word):
        return [head.rstrip(SOFT_HYPHEN) for head, _ in hyphens.breaks(word)]

    assert parts("skyddsbedömningarna") == [
        "skydds",
        "skyddsbe",
        "skyddsbedöm",
        "skyddsbedömning",
    ]
    assert not parts("vården")
    assert not parts("SOSFS2011X")
    assert not parts("BARNENHETEN")
    assert parts("barn-/ungdom") == ["barn-/"] or parts("och/eller") == ["och/"]


def test_the_writers_own_soft_hyphens_win(hyphens):
    word = f"skydds{SOFT_HYPHEN}bedömning"
    assert hyphens.breaks(word) == [(f"skydds{SOFT_HYPHEN}", "bedömning")]


def test_only_the_hyphen_that_breaks_is_seen(faces, hyphens):
    text = f"skydds{SOFT_HYPHEN}bedöm{SOFT_HYPHEN}ning"
    assert plain_lines(text, faces.body, 60000, hyphens) == ["skyddsbedömning"]
    first, second = plain_lines(text, faces.body, 6500, hyphens)
    assert (first, second) == (f"skyddsbedöm{SOFT_HYPHEN}", "ning")


def test_text_is_made_printable():
    assert printable("A\N{COMBINING RING ABOVE}r") == "År"
    assert printable("a\tb\x00c") == "a b\ufffdc"
    assert printable("vanlig text") == "vanlig text"
