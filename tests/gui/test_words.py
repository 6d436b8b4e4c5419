import inspect
from enum import StrEnum
from pathlib import Path

import pytest

from qpdesk.domain import errors as refusals
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.record import FIELDS
from qpdesk.domain.tally import tally
from qpdesk.gui.words import counts, files, findings, labels, messages, terms
from qpdesk.services import errors as troubles
from qpdesk.services import importing

FORBIDDEN = ("nod", "databas", "commit", "merge", "synk", "error", "none")


def kinds_of(module, base):
    return [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, base) and kind is not base
    ]


@pytest.mark.parametrize("kind", kinds_of(refusals, refusals.EditRefused))
def test_every_refusal_has_a_sentence_of_its_own(kind):
    other = messages.refusal(refusals.EditRefused())
    assert messages.refusal(kind()) != other
    assert messages.refusal(kind()).endswith(".")


@pytest.mark.parametrize("kind", kinds_of(troubles, troubles.StoreError))
def test_every_trouble_names_the_file_and_has_a_sentence_of_its_own(kind):
    path = Path("mapp") / "Lillby.qpd"
    words = messages.trouble(kind(path))
    assert words.endswith(".")
    assert words != messages.trouble(troubles.StoreError(path))
    assert "mapp" not in words
    assert not any(word in words.casefold().split() for word in FORBIDDEN)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_and_choice_has_a_label(kind):
    for name, wanted in FIELDS[kind].items():
        if name != "extra":
            assert labels.field(kind, name)
        if issubclass(wanted, StrEnum):
            words = terms.choices(wanted)
            assert set(words) == {choice.value for choice in wanted}
            assert all(words.values())
    assert terms.kinds()[kind]
    assert terms.new_titles()[kind]


def test_every_finding_and_every_reason_has_words():
    for code in importing.Code:
        finding = importing.Finding(code, importing.Spot())
        assert findings.sentence(finding) != code.value
    for weight in importing.Weight:
        assert findings.weights()[weight.value]
    unknown = files.unreadable("?", "")
    for reason in importing.Reason:
        assert files.unreadable(reason.value, "") != unknown


def test_a_place_in_a_file_is_told_as_a_reader_counts():
    spot = importing.Spot(sheet="Plan", row=7, column="C")
    assert findings.place(spot) == "blad Plan, rad 7, kolumn C"
    assert findings.place(importing.Spot(page=3, table=2, row=1)) == "sida 3, tabell 2, rad 1"


@pytest.mark.parametrize("deed", list(Deed))
def test_every_deed_can_be_named_in_the_menu(deed):
    assert messages.deed(Edit(deed, ()))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Plan 2026: äldre/yngre?", "Plan 2026 äldre yngre"),
        ("..\\..\\CON", "CON"),
        ("  ", "Kvalitetsplan"),
        ("x" * 300, "x" * 80),
        ("a\nb\x00c", "a b c"),
    ],
)
def test_a_title_makes_a_harmless_file_name(title, name):
    assert files.safe_name(title) == name


@pytest.mark.parametrize(
    ("level", "band"), [(1, "låg"), (4, "medel"), (8, "hög"), (9, "hög"), (12, "mycket hög")]
)
def test_a_level_has_a_word(level, band):
    assert terms.level(level) == band


def test_counts_are_one_line(editor):
    assert counts.sentence(tally(editor.register, None)).startswith("15 poster  ·  4 åtgärder: ")
    assert all(word in counts.sentence(tally(editor.register, None)) for word in ("pågår", "klara"))
    assert set(terms.counted_statuses()) == set(Status)
