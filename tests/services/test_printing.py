"""A document is printed whole or not at all, and printing costs nothing until it is asked for."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from qpdesk.domain.nodes import Area, Plan, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.services.printing import Printed, PrintFailed, Report, ReportKind, write_report

PLAN = Plan(id=NodeId("p" * 32), place=Place(None, "1"), title="Plan för öppenvård")
AREA = Area(id=NodeId("a" * 32), place=Place(PLAN.id, "1"), title="Utredning 漢")
RISK = Risk(place=Place(AREA.id, "1"), title="Det tar för lång tid", level=9)


class StopHere(Exception):
    """The user had enough."""


@pytest.fixture
def register():
    return Register([PLAN, AREA, RISK])


@pytest.mark.parametrize("kind", ReportKind)
def test_every_document_is_printed(kind, register, tmp_path):
    path = tmp_path / "Plan å.pdf"
    printed = write_report(register, Report(PLAN.id, kind), path)
    has_area = kind not in {ReportKind.UNREPORTED, ReportKind.INDICATORS}
    missing = ("漢",) if has_area else ()
    assert printed == Printed(path, 3, missing)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == printed.pages
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_progress_is_told_to_the_end(register, tmp_path):
    told = []
    path = tmp_path / "plan.pdf"
    write_report(register, Report(PLAN.id), path, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (1, 1)


def test_cancelling_leaves_the_old_file(register, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def stop(done, of):
        raise StopHere

    with pytest.raises(StopHere):
        write_report(register, Report(PLAN.id, ReportKind.PLAN), path, progress=stop)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_what_cannot_be_written_is_told_with_its_path(register, tmp_path):
    path = tmp_path / "no such folder" / "plan.pdf"
    with pytest.raises(PrintFailed) as failed:
        write_report(register, Report(PLAN.id, ReportKind.PLAN), path)
    assert failed.value.path == path
    assert failed.value.detail


def test_a_folder_in_its_place_is_left_alone(register, tmp_path):
    path = tmp_path / "plan.pdf"
    path.mkdir()
    with pytest.raises(PrintFailed):
        write_report(register, Report(PLAN.id, ReportKind.PLAN), path)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_only_plans_are_printed(register, tmp_path):
    with pytest.raises(KeyError):
        write_report(register, Report(AREA.id, ReportKind.PLAN), tmp_path / "area.pdf")


def test_two_workers_print_at_once_what_one_prints_alone(register, tmp_path):
    def job(number):
        path = tmp_path / f"{number}.pdf"
        write_report(register.snapshot(), Report(PLAN.id, ReportKind.PLAN), path)
        return path.read_bytes()

    with ThreadPoolExecutor(4) as workers:
        assert set(workers.map(job, range(8))) == {job(9)}


def test_nothing_of_the_pdf_machinery_is_loaded_before_it_is_needed():
    program = "import sys, qpdesk.services.printing; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "qpdesk.services.printing" in done.stdout
    for name in ("reportlab", "pyphen", "PIL"):
        assert name not in done.stdout.split()
