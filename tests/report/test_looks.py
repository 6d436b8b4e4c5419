"""Colours that can be told from the paper, marks that can be told apart without them."""

import pytest

from qpdesk.domain.nodes import LEVELS, Status
from qpdesk.report import looks
from qpdesk.report.badges import FILLS, STATUS_COLOURS, SYMBOLS, Band, band
from qpdesk.report.figures import number
from qpdesk.report.words import SWEDISH

AA = 4.5


@pytest.mark.parametrize("colour", [looks.INK, looks.QUIET, looks.ACCENT, looks.LINK])
@pytest.mark.parametrize("ground", [looks.PAPER, looks.HEAD_TINT, looks.SIDE_TINT])
def test_text_passes_aa_on_every_ground(colour, ground):
    assert colour.contrast(ground) >= AA


def test_text_passes_aa_over_the_draft_mark():
    assert looks.QUIET.contrast(looks.WATERMARK) >= AA


@pytest.mark.parametrize("status", Status)
def test_statuses_pass_aa_and_have_a_symbol_and_a_word_each(status):
    assert STATUS_COLOURS[status].contrast(looks.WATERMARK) >= AA
    assert len(set(SYMBOLS.values())) == len(set(SWEDISH.statuses.values())) == len(Status)
    assert SWEDISH.statuses[status]


@pytest.mark.parametrize("grade", Band)
def test_badges_pass_aa(grade):
    assert looks.INK.contrast(FILLS[grade]) >= AA
    assert SWEDISH.bands[grade]


def test_contrast_is_as_wcag_has_it():
    black, white = looks.Colour.from_hex("#000000"), looks.Colour.from_hex("#ffffff")
    assert black.contrast(white) == pytest.approx(21)
    assert looks.Colour.from_hex("#767676").contrast(white) == pytest.approx(4.54, abs=0.01)


def test_levels_fall_into_bands():
    bands = {level: band(level).name for level in sorted(LEVELS)}
    assert bands == {
        1: "LOW",
        2: "LOW",
        3: "LOW",
        4: "MEDIUM",
        6: "MEDIUM",
        8: "HIGH",
        9: "HIGH",
        12: "VERY_HIGH",
        16: "VERY_HIGH",
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.2, "4,2"),
        (67.0, "67"),
        (0, "0"),
        (-0.5, "\N{MINUS SIGN}0,5"),
        (-0.0, "0"),
        (1234567.25, "1\xa0234\xa0567,25"),
        (1e-7, "0,0000001"),
        (1e12, "1\xa0000\xa0000\xa0000\xa0000"),
    ],
)
def test_numbers_are_written_the_swedish_way(value, text):
    assert number(value) == text
