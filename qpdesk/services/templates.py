"""Templates for new plans: headings and areas to begin from, kept in the open format."""

from collections.abc import Mapping
from pathlib import Path

from qpdesk import assets
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.fields import with_field
from qpdesk.domain.record import Scalar
from qpdesk.domain.register import Register
from qpdesk.services.importing import read_source

MANAGEMENT_SYSTEM = "ledningssystem"
"""Chapters after the regulation of management systems for quality, and the usual processes."""


def plan_edit(register: Register, template: str, values: Mapping[str, Scalar]) -> Edit:
    """The one edit that begins a plan from a template.

    Args:
        register: Where to.
        template: The template's name.
        values: The new plan's own fields, as the user typed them.

    Raises:
        EditRefused: A value does not fit.
    """
    path = Path(assets.__file__).parent / "templates" / f"{template}.json"
    head, *rest = read_source(path).nodes
    for name, raw in values.items():
        head = with_field(head, name, raw)
    return edits.graft(register, (head, *rest), Deed.ADD)
