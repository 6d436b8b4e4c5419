"""Printing: a plan's documents as PDF or Word files, whole or not at all.

Nothing of the PDF machinery is loaded before the first document is asked for.
"""

from dataclasses import dataclass
from pathlib import Path

from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.parts import one_area, one_unit
from qpdesk.domain.register import Register
from qpdesk.domain.year_report import plans_of_year
from qpdesk.report.kinds import ProfileRefused, Progress, ReportKind, Unfit
from qpdesk.services.discretion import presentable
from qpdesk.services.exporting import plan_as_json
from qpdesk.system.whole_file import write_whole

__all__ = [
    "PrintFailed",
    "Printed",
    "ProfileRefused",
    "Progress",
    "Report",
    "ReportKind",
    "Sheets",
    "Unfit",
    "part_of",
    "printed",
    "write_report",
    "write_word",
]


class PrintFailed(Exception):
    """The document could not be written. A file that was there before is untouched."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Report:
    """Which document is wanted: of which plan, of which kind, of all of it or of a part.

    At most one of ``area`` (its id) and ``unit`` is given.
    """

    plan: NodeId
    kind: ReportKind = ReportKind.PLAN
    area: NodeId | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A finished PDF.

    ``missing`` are the characters that no face of ours can show: U+FFFD is seen in their place.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A document on disk; as ``Sheets``."""

    path: Path
    pages: int
    missing: tuple[str, ...]


def part_of(register: Register, report: Report) -> Register:
    """The register with what the report is about: all of it, or a part of the plan by itself.

    Raises:
        KeyError: There is no such plan or area.
    """
    _plan_of(register, report)
    if report.area is not None:
        return one_area(register, report.area)
    return one_unit(register, report.plan, report.unit) if report.unit else register


def printed(
    register: Register,
    report: Report,
    *,
    progress: Progress | None = None,
    profile: Path | None = None,
) -> Sheets:
    """Make a document as PDF/UA-1 and PDF/A-3a, with its plans in the open format inside.

    May run in a worker thread, on a snapshot of the register. The same plan gives the same bytes.

    Args:
        register: Where the plan's items are; is only read.
        report: Which document.
        progress: Told (parts done, parts) now and then; to cancel, it raises something, which
            comes out of here.
        profile: The folder of the municipality's own look, if it has one.

    Raises:
        ProfileRefused: Something in the profile does not fit.
        KeyError: There is no such plan or area.
    """
    from qpdesk.report.document import write  # noqa: PLC0415 - see the module's docstring
    from qpdesk.report.profile import PLAIN, read_profile  # noqa: PLC0415 - as above

    part, plan = _shown(register, report)
    is_year = report.kind is ReportKind.YEAR_REPORT
    carried = plans_of_year(part, plan) if is_year else [plan]
    written = write(
        part,
        plan,
        report.kind,
        progress=progress,
        attachment=[plan_as_json(part, each.id) for each in carried],
        profile=read_profile(profile) if profile else PLAIN,
    )
    return Sheets(written.data, written.pages, written.missing)


def write_report(
    register: Register,
    report: Report,
    path: Path,
    *,
    progress: Progress | None = None,
    profile: Path | None = None,
) -> Printed:
    """Write a document as PDF; cancelled or failed, it leaves the old file untouched.

    Args:
        register: As ``printed``'s, like ``report``, ``progress`` and ``profile``.
        report: Which document.
        path: The file to make or replace.
        progress: Told of each step.
        profile: The municipality's own look.

    Raises:
        PrintFailed: The file could not be written; its detail says why.
        ProfileRefused: Something in the profile does not fit.
        KeyError: There is no such plan or area.
    """
    sheets = printed(register, report, progress=progress, profile=profile)
    _put(path, sheets.data)
    return Printed(path, sheets.pages, sheets.missing)


def write_word(
    register: Register,
    report: Report,
    path: Path,
    *,
    progress: Progress | None = None,
    profile: Path | None = None,
) -> None:
    """Write a document as a Word file (.docx), which ``importing`` can read back.

    May run in a worker thread, on a snapshot of the register. The same plan gives the same bytes.

    Args:
        register: Where the plan's items are; is only read.
        report: Which document.
        path: The file to make or replace.
        progress: As ``printed``'s.
        profile: The municipality's own look, if it has one.

    Raises:
        PrintFailed: The file could not be written; its detail says why.
        ProfileRefused: Something in the profile does not fit.
        KeyError: There is no such plan or area.
    """
    from qpdesk.exchange.packing import packed  # noqa: PLC0415 - see the module's docstring
    from qpdesk.report.profile import PLAIN, read_profile  # noqa: PLC0415 - as above
    from qpdesk.report.word.document import write_word as parts_of  # noqa: PLC0415 - as above

    part, plan = _shown(register, report)
    look = read_profile(profile) if profile else PLAIN
    _put(path, packed(parts_of(part, plan, report.kind, progress=progress, profile=look)))


def _shown(register: Register, report: Report) -> tuple[Register, Plan]:
    """What others may see of the report's items, and its plan."""
    part = presentable(part_of(register, report))
    return part, _plan_of(part, report)


def _plan_of(register: Register, report: Report) -> Plan:
    plan = register[report.plan]
    if not isinstance(plan, Plan):
        raise KeyError(report.plan)
    return plan


def _put(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise PrintFailed(path, error.strerror or str(error)) from error
