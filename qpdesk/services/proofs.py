"""Proofs of documents, for whoever shows pages before they are printed or saved. Loads PDFium."""

from dataclasses import dataclass
from pathlib import Path

from qpdesk.domain.register import Register
from qpdesk.report.proof import Bookmark, Hit, Pixels, Proof
from qpdesk.services.printing import Progress, Report, Sheets, printed
from qpdesk.services.readiness import Finding, what_stops_report

__all__ = ["Bookmark", "Draft", "Hit", "Pixels", "Proof", "draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it would be written now, and what stops it from being published."""

    sheets: Sheets
    findings: tuple[Finding, ...]


def draft(
    register: Register,
    report: Report,
    *,
    progress: Progress | None = None,
    profile: Path | None = None,
) -> Draft:
    """Make a document, to be looked at; arguments and faults are those of ``printed``."""
    sheets = printed(register, report, progress=progress, profile=profile)
    return Draft(sheets, what_stops_report(register, report))
