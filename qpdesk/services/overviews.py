"""The overview handed out: its tables as PDF or Excel, just as they are seen."""

from collections.abc import Sequence

OverviewTable = tuple[str, list[str], list[list[str]]]
"""A title, the heads, and rows of texts."""


def as_pdf(title: str, about: Sequence[str], tables: Sequence[OverviewTable]) -> bytes:
    """The tables as PDF/UA-1 and PDF/A-3a; ``about`` are lines below the title."""
    from qpdesk.report.plain_tables import write_tables  # noqa: PLC0415 - ReportLab loads slowly

    return write_tables(title, about, tables)


def as_workbook(title: str, about: Sequence[str], tables: Sequence[OverviewTable]) -> bytes:
    """The tables as an Excel file, a sheet for each."""
    from qpdesk.exchange.plain_tables import write_tables  # noqa: PLC0415 - openpyxl loads slowly

    return write_tables(title, about, tables)
