"""What column heads and cells mean, in all the ways that people write them."""

import pytest

from qpdesk.domain.nodes import Status, Unit
from qpdesk.exchange import values
from qpdesk.exchange.columns import Column, Sort, meaning, read_heads


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Risk", Column.RISK),
        ("RISKER:", Column.RISK),
        ("Egenkontroll", Column.CONTROL),
        ("Egen-kontroll", Column.CONTROL),
        ("Egenkontrol", Column.CONTROL),
        ("Syfte med\negenkontrollen", Column.PURPOSE),
        ("Syfte med egen-\nkontrollen", Column.PURPOSE),
        ("Åtgärd(er)", Column.MEASURE),
        ("Aktivitet", Column.MEASURE),
        ("Vad ska göras?", Column.WHAT_TO_DO),
        ("Vad skall göras", Column.WHAT_TO_DO),
        ("Risknivå", Column.LEVEL),
        ("Klar senast", Column.DUE),
        ("Tidplan", Column.DUE),
        ("Uppföljning/resultat", Column.FOLLOW_UP),
        ("Uppföljning av egenkontroll", Column.CONTROL_REVIEW),
        ("Uppföljning av åtgärder", Column.MEASURE_REVIEW),
        ("Process/område", Column.AREA),
        ("Åtgärder[^2]", Column.MEASURE),
        ("Telefon", None),
        ("", None),
        ("Risken att någon far illa på grund av att rutinen inte är känd av alla", None),
    ],
)
def test_column_heads(text, column):
    assert meaning(text) is column


@pytest.mark.parametrize(
    ("texts", "sort"),
    [
        (["Risk", "Egenkontroll", "Åtgärder"], Sort.PLAN),
        (["Åtgärd", "Ansvarig"], Sort.PLAN),
        (["Risk", "Uppföljning av egenkontroll", "Uppföljning av åtgärd"], Sort.REVIEW),
        (["Kvalitetsindikator"], Sort.INDICATORS),
        (["Indikator", "Resultat"], Sort.INDICATORS),
        (["Period", "Utfall", "Mål"], Sort.OBSERVATIONS),
        (["Risk", "Namn", "Telefon", "Adress", "Epost"], None),
        (["Risk"], None),
        (["Namn", "Ansvarig"], None),
        (["", ""], None),
    ],
)
def test_what_a_table_is_about(texts, sort):
    heads = read_heads(texts)

    assert (heads and heads.sort) == sort


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-01", "2031-05-01"),
        ("20310501", "2031-05-01"),
        ("2031-05-01 00:00:00", "2031-05-01"),
        ("1/5 2031", "2031-05-01"),
        ("den 1 maj 2031", "2031-05-01"),
        ("31 februari 2031", None),
        ("1 floreal 2031", None),
        ("0001-01-01", None),
        ("våren 2031", None),
    ],
)
def test_dates(text, day):
    found = values.read_date(text)

    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "status", "rest"),
    [
        ("Ej påbörjad", Status.NOT_STARTED, ""),
        ("Pågår", Status.ONGOING, ""),
        ("Pågår och fortsätter nästa år", Status.ONGOING_NEXT_YEAR, ""),
        ("Genomfört i maj", Status.COMPLETED, "i maj"),
        ("Utgått - ersatt", Status.DISCONTINUED, "ersatt"),
        ("Klarläggs", None, "Klarläggs"),
    ],
)
def test_status_words(text, status, rest):
    assert values.split_word_status(text) == (status, rest)


def test_status_marks_with_and_without_words():
    assert values.split_status("✓ Klar") == (Status.COMPLETED, "")
    assert values.split_status("✓ Klargör rutinen") == (Status.COMPLETED, "Klargör rutinen")
    assert values.split_status("Klar") == (None, "Klar")


def test_two_levels_in_one_cell_keep_the_first_and_tell_the_other():
    level = values.split_level("A\nRisknivå 9\nB\nRisknivå 6")

    assert (level.number, level.others) == (9, ("Risknivå 6",))
    assert "Risknivå 6" in level.rest


def test_a_level_inside_a_sentence_is_no_level():
    assert values.split_level("Risknivå 9 sattes i fjol").number is None
    assert values.read_level("9 (tre gånger tre)") is None


def test_units():
    assert values.unit_of("Nöjda, andel (%)") is Unit.PERCENT
    assert values.unit_of("Trivsel, medelvärde") is Unit.SCALE_1_5
    assert values.unit_of("Antal fall") is Unit.COUNT
