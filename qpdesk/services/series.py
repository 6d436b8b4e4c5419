"""Taking in a series of figures for an indicator: read, mapped by a person, put in as one edit."""

from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.register import Register
from qpdesk.exchange.series import (
    Role,
    Roles,
    Series,
    guessed_roles,
    indicators_in,
    read_series,
    to_remember,
)
from qpdesk.exchange.series_table import LARGEST_FILE, Table, read_table
from qpdesk.services.importing import bytes_of

__all__ = [
    "Role",
    "Roles",
    "Series",
    "Table",
    "guessed_roles",
    "indicators_in",
    "read_series",
    "read_series_file",
    "series_edit",
    "to_remember",
]


def read_series_file(path: Path) -> Table:
    """The table in a CSV or Excel file, for a person to say what its columns hold.

    Raises:
        ImportFailed: It cannot be read; the reason says why.
    """
    return read_table(bytes_of(path, LARGEST_FILE + 1))


def series_edit(register: Register, series: Series, name: str) -> Edit:
    """The one edit that puts the outcomes last under their indicator; ``name`` is the file's."""
    return edits.graft(register, series.nodes, Deed.IMPORT, name)
