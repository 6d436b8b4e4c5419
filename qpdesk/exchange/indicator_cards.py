"""An indicator as this program prints it: a heading, lines with labels, a table of outcomes."""

import re
from collections.abc import Iterable

from qpdesk.domain.nodes import Direction, Kind, Unit
from qpdesk.exchange import values
from qpdesk.exchange.draft import Draft
from qpdesk.exchange.pages import Grid, Paragraph, Row

_CODE, _DIRECTION = "Kod: ", "Önskad riktning: "
_DIRECTIONS = {
    "högre är bättre": Direction.HIGHER_IS_BETTER,
    "lägre är bättre": Direction.LOWER_IS_BETTER,
}
_OUTCOME = re.compile(r"Utfall(?: \((?P<unit>[^)]+)\))?")
_UNITS = {"%": Unit.PERCENT, "antal": Unit.COUNT, "skala 1\N{EN DASH}5": Unit.SCALE_1_5}
_NOT_REPORTED = "Redovisas ej"
_HEADS = {
    "Period": "period",
    "Enhet": "organisational_unit",
    "Mål": "target",
    "Antal svar (n)": "n",
    "Kommentar": "note",
}


def fill_indicator(indicator: Draft, lines: Iterable[Paragraph]) -> None:
    """Give the indicator what the lines below its heading say; the rest is its comment."""
    for line in lines:
        direction = _DIRECTIONS.get(line.text.removeprefix(_DIRECTION))
        if line.text.startswith(_CODE) and not indicator.text("code"):
            indicator.values["code"] = line.text.removeprefix(_CODE)
        elif line.text.startswith(_DIRECTION) and direction:
            indicator.values["direction"] = direction.value
        else:
            comment = f"- {line.text}" if line.bullet else line.text
            known = indicator.text("comment")
            indicator.values["comment"] = f"{known}\n{comment}" if known else comment


def read_series(indicator: Draft, grid: Grid) -> bool:
    """Give the indicator the outcomes of a table of ours; False when it is another table."""
    heads, *rows = grid.rows
    names = [_field(cell.text) for cell in heads.cells]
    if "" in names or "period" not in names or "outcome" not in names:
        return False
    if any(not _is_ours(row, names) for row in rows):
        return False
    head = heads.cells[names.index("outcome")].text
    unit = _OUTCOME.fullmatch(head)
    indicator.values["unit"] = _UNITS.get(unit["unit"] if unit else "", Unit.TEXT).value
    for row in rows:
        said = {name: cell.text for name, cell in zip(names, row.cells, strict=True)}
        _observe(indicator.add(Kind.OBSERVATION, row.spot, period=said.pop("period")), said)
    return True


def _field(head: str) -> str:
    return "outcome" if _OUTCOME.fullmatch(head) else _HEADS.get(head, "")


def _is_ours(row: Row, names: list[str]) -> bool:
    """Whether each cell that should hold a number does."""
    said = dict(zip(names, [cell.text for cell in row.cells], strict=True))
    counted = said.get("n", "")
    count = values.number(counted)
    whole = not counted or (count is not None and float(count).is_integer())
    return whole and all(
        said.get(name, "") in {"", _NOT_REPORTED} or values.number(said[name]) is not None
        for name in ("outcome", "target")
    )


def _observe(seen: Draft, said: dict[str, str]) -> None:
    """The outcome, the target and n; a reason stands where there is neither outcome nor note."""
    for name in ("outcome", "target"):
        value = values.number(said.get(name, ""))
        if value is not None:
            seen.values[name] = value
    count = values.number(said.get("n", ""))
    if count is not None:
        seen.values["n"] = int(count)
    seen.values["organisational_unit"] = said.get("organisational_unit", "")
    note, _, reason = said.get("note", "").partition("\n")
    if said.get("outcome") == _NOT_REPORTED and not reason:
        note, reason = "", note
    seen.values["note"] = note
    seen.values["no_result_reason"] = reason
