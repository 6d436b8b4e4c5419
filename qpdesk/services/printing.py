"""Printing: a plan's documents as PDF or Word files, whole or not at all.

Nothing of the PDF machinery is loaded before the first document is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.report.kinds import ProfileRefused, Progress, ReportKind, Unfit
from qpdesk.services.discretion import presentable
from qpdesk.system.whole_file import write_whole

__all__ = [
    "PrintFailed",
    "Printed",
    "ProfileRefused",
    "ReportKind",
    "Unfit",
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
class Printed:
    """A document on disk.

    ``missing`` are the characters that no face of ours can show: U+FFFD is seen in their place.
    """

    path: Path
    pages: int
    missing: tuple[str, ...]


def write_report(  # noqa: PLR0913 - two of them may be left out
    register: Register,
    plan_id: NodeId,
    kind: ReportKind,
    path: Path,
    *,
    progress: Progress | None = None,
    attachment: bytes | Sequence[bytes] = (),
    profile: Path | None = None,
) -> Printed:
    """Write a plan's document as PDF/UA-1 and PDF/A-3a.

    May run in a worker thread, on a snapshot of the register. The same plan gives the same bytes.

    Args:
        register: Where the plan's items are; is only read.
        plan_id: The plan.
        kind: Which document.
        path: The file to make or replace.
        progress: Told (parts done, parts) now and then; to cancel, it raises something, which
            comes out of here with the old file untouched.
        attachment: The plan, or each plan of the year, in the open format, for the file to carry
            along.
        profile: The folder of the municipality's own look, if it has one.

    Raises:
        PrintFailed: The file could not be written; its detail says why.
        ProfileRefused: Something in the profile does not fit.
        KeyError: There is no such plan.
    """
    from qpdesk.report.document import write  # noqa: PLC0415 - see the module's docstring
    from qpdesk.report.profile import PLAIN, read_profile  # noqa: PLC0415

    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    written = write(
        presentable(register),
        plan,
        kind,
        progress=progress,
        attachment=attachment,
        profile=read_profile(profile) if profile else PLAIN,
    )
    _put(path, written.data)
    return Printed(path, written.pages, written.missing)


def write_word(
    register: Register,
    plan_id: NodeId,
    kind: ReportKind,
    path: Path,
    *,
    progress: Progress | None = None,
) -> None:
    """Write a plan's document as a Word file (.docx), which ``importing`` can read back.

    May run in a worker thread, on a snapshot of the register. The same plan gives the same bytes.

    Args:
        register: Where the plan's items are; is only read.
        plan_id: The plan.
        kind: Which document.
        path: The file to make or replace.
        progress: As ``write_report``'s.

    Raises:
        PrintFailed: The file could not be written; its detail says why.
        KeyError: There is no such plan.
    """
    from qpdesk.exchange.packing import packed  # noqa: PLC0415 - see the module's docstring
    from qpdesk.report.word.document import write_word as parts_of  # noqa: PLC0415

    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    _put(path, packed(parts_of(presentable(register), plan, kind, progress=progress)))


def _put(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise PrintFailed(path, error.strerror or str(error)) from error
