"""From an Excel file's sheets to a plan."""

from qpdesk.domain.nodes import Kind
from qpdesk.exchange.draft import Draft, planted, spots
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Reading, Spot
from qpdesk.exchange.front import read_front
from qpdesk.exchange.grids import GridReader
from qpdesk.exchange.package import Package
from qpdesk.exchange.pages import Paragraph, Role
from qpdesk.exchange.sheet_reading import is_ours, read_export
from qpdesk.exchange.sheets import findings_of, grids_of, open_book


def read_workbook(package: Package, data: bytes, name: str) -> Reading:
    """The plan that an Excel file's sheets hold; ``name`` is its title where no cell has one.

    Raises:
        ImportFailed: A part is damaged or unsafe, or there is nothing of a plan in it.
    """
    book = open_book(package, data)
    findings = list(findings_of(book, package, data))
    if is_ours(book):
        return read_export(book, findings)
    plan = Draft(Kind.PLAN, Spot(), {"title": name})
    reader = GridReader(plan, findings)
    for grid in grids_of(book):
        reader.forget()
        reader.read(grid)
    reader.leave_group()
    if not plan.children:
        raise ImportFailed(Reason.NOTHING_FOUND)
    lines = [Paragraph(text, spot, role=Role.TITLE) for spot, text in reader.titles]
    plan.values.update(read_front(lines[:1], (package.title(), name), findings))
    others = (line for line in lines[1:] if line.text != lines[0].text)
    findings += (Finding(Code.LOOSE_TEXT, line.spot, line.text) for line in others)
    return Reading(tuple(planted(plan, findings)), tuple(findings), spots(plan))
