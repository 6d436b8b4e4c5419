"""The year's report, what is not reported yet, and parts of plans: judged and read like plans."""

import pikepdf
import pytest

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Document,
    Footnote,
    Measure,
    Plan,
    PlanState,
    Status,
)
from qpdesk.domain.parts import one_area, one_unit
from qpdesk.report.document import title_of_report, write
from qpdesk.report.kinds import ReportKind
from tests.report.example import example
from tests.report.expected import Expected
from tests.report.judges import all_faults
from tests.report.reading import Paper
from tests.report.seeds import Grower
from tests.report.test_every_word import body


def printed(register, plan, kind, tmp_path, **values):
    path = tmp_path / "out.pdf"
    written = write(register, plan, kind, **values)
    path.write_bytes(written.data)
    assert not all_faults(path)
    assert write(register, plan, kind, **values) == written
    paper = Paper(path)
    assert body(paper) == Expected(register, plan, kind=kind).lines
    assert not paper.unread
    return paper


@pytest.fixture
def year():
    """Two plans of a year whose notes have the same key, and one of another year."""
    grower = Grower()
    plans = []
    for number, title in enumerate(["Kvalitetsplan 2026 barn", "Kvalitetsplan 2026 vuxna", "2025"]):
        plan = grower.add(
            Plan,
            title=title,
            year=2025 if title == "2025" else 2026,
            municipality="Vätterås kommun",
            state=PlanState.ADOPTED,
        )
        plans.append(plan)
        grower.add(Footnote, plan, key="a", text=f"Noten i plan {number}, se [^b].")
        grower.add(Footnote, plan, key="b", text=f"Nästa not i plan {number}.")
        grower.add(
            Chapter,
            plan,
            title=f"Fritt kapitel {number}",
            text=f"Året som gick[^a] i {number}.",
            document=Document.YEAR_REPORT,
        )
        grower.add(Chapter, plan, title="Bara i planen", text="Inte här.")
        grower.add(
            Chapter, plan, title="Sammanfattning", text="Bra[^a].", document=Document.FOLLOW_UP
        )
        area = grower.add(Area, plan, title=f"Område {number}")
        grower.add(Measure, area, title="Åtgärd[^b]", follow_up="Gjort.", status=Status.COMPLETED)
    return grower.register(), plans


def test_the_years_report_has_its_chapters_and_every_plan_of_the_year(year, tmp_path):
    register, plans = year
    paper = printed(register, plans[1], ReportKind.YEAR_REPORT, tmp_path)
    lines = paper.lines()
    headings = [text for tag, text in body(paper) if tag in {"H1", "H2", "H3"}]
    tables = ["Sammanfattning", "Risker och egenkontroller"]
    assert headings == [
        *("Fritt kapitel 0", "Fritt kapitel 1"),
        *("Uppföljning av kvalitetsplan 2026 barn", *tables, "Område 0"),
        *("Uppföljning av kvalitetsplan 2026 vuxna", *tables, "Område 1"),
    ]
    notes = [text for tag, text in lines if tag == "Note"]
    assert [text.partition(",")[0] for text in notes] == [
        *("Noten i plan 0", "Nästa not i plan 0."),
        *("Noten i plan 1", "Nästa not i plan 1."),
    ]
    assert ("H1", "Kvalitetsberättelse 2026") in lines
    assert ("P", "Planer: Kvalitetsplan 2026 barn, Kvalitetsplan 2026 vuxna") in lines


def test_the_years_report_carries_every_plan_along(year, tmp_path):
    register, plans = year
    files = [b"{}", b"[]"]
    printed(register, plans[0], ReportKind.YEAR_REPORT, tmp_path, attachment=files)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        found = {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}
        assert len(pdf.Root.AF) == 2
    assert found == {"year_report-01.json": b"{}", "year_report-02.json": b"[]"}


def test_a_plan_without_a_year_is_alone_in_its_report(tmp_path):
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    grower.add(Plan, title="En annan")
    printed(grower.register(), plan, ReportKind.YEAR_REPORT, tmp_path)
    assert title_of_report(plan, ReportKind.YEAR_REPORT) == "Kvalitetsberättelse"


def test_what_is_not_reported_is_listed_by_area(tmp_path):
    register, plan = example()
    paper = printed(register, plan, ReportKind.UNREPORTED, tmp_path)
    said = [text for _, text in paper.lines()]
    assert "Indikator: Bara ett namn" in said
    assert "Egenkontroll: Enkät" in said
    assert "resultat, uppföljning i text" in said


def test_when_all_is_reported_that_is_said(tmp_path):
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    paper = printed(grower.register(), plan, ReportKind.UNREPORTED, tmp_path)
    assert ("P", "Allt är redovisat.") in paper.lines()


@pytest.mark.parametrize("kind", ReportKind)
def test_one_area_alone_is_a_document_too(kind, tmp_path):
    register, plan = example()
    [area, _] = [node for node in register.walk(plan.id) if isinstance(node, Area)]
    part = one_area(register, area.id)
    paper = printed(part, part[plan.id], kind, tmp_path)
    assert "Särskilt boende" not in "".join(text for _, text in body(paper))


@pytest.mark.parametrize("kind", ReportKind)
def test_one_unit_alone_is_a_document_too(kind, tmp_path):
    register, plan = example()
    part = one_unit(register, plan.id, "norra")
    assert any(isinstance(node, Control) for node in part.nodes())
    paper = printed(part, part[plan.id], kind, tmp_path)
    assert "Enkät" not in "".join(text for _, text in body(paper))
