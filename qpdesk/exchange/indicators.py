"""From rows of an indicator table to indicators with their observations."""

from qpdesk.domain.nodes import Kind
from qpdesk.exchange import values
from qpdesk.exchange.columns import Column, Sort, read_heads
from qpdesk.exchange.draft import Draft
from qpdesk.exchange.entries import Entry, read_entry
from qpdesk.exchange.findings import Code, Finding, Spot

_TARGET_LABEL = "Mål"
_SERIES = (Column.PERIOD, Column.OUTCOME, Column.TARGET, Column.ANSWERS)
_READ = frozenset({Column.AREA, Column.INDICATOR, Column.FOLLOW_UP, Column.UNIT, *_SERIES})


class Indicators:
    """Adds indicators to a plan, row by row."""

    def __init__(self, plan: Draft, findings: list[Finding]) -> None:
        self._plan = plan
        self._findings = findings
        self._last: Draft | None = None

    def add(self, title: str, area: str, spot: Spot) -> Draft:
        """A new indicator."""
        title = " ".join(title.split("\n"))
        unit = values.unit_of(title).value
        self._last = self._plan.add(Kind.INDICATOR, spot, title=title, area=area, unit=unit)
        return self._last

    def read(self, entry: Entry, area: str) -> None:
        """Add what one row says; ``area`` is the heading above, where no column has it."""
        area = entry.text(Column.AREA) or area
        indicator = self._indicator(entry, area)
        for column in sorted(set(entry.texts) - _READ):
            self._report(Code.NO_OWNER, entry.spot, entry.text(column))
        if indicator is None:
            for column in sorted(set(entry.texts) - {Column.AREA}):
                self._report(Code.NO_OWNER, entry.spot, entry.text(column))
            return
        indicator.append("comment", self._comment(indicator, entry))
        if entry.text(Column.UNIT):
            self._unit(indicator, entry)
        self._observe(indicator, entry)

    def _indicator(self, entry: Entry, area: str) -> Draft | None:
        title = entry.text(Column.INDICATOR)
        if not title:
            return self._last
        same = self._last is not None and self._last.text("title") == " ".join(title.split("\n"))
        if entry.flat and same and self._last and self._last.text("area") == area:
            return self._last
        return self.add(title, area, entry.spot)

    def _comment(self, indicator: Draft, entry: Entry) -> str:
        """The comment; what an inner table of periods says becomes observations instead."""
        comment = entry.text(Column.FOLLOW_UP)
        for grid in entry.inner:
            heads = read_heads([cell.text for cell in grid.rows[0].cells]) if grid.rows else None
            if heads is None or heads.sort is not Sort.OBSERVATIONS:
                continue
            for row in grid.rows[1:]:
                inner = read_entry(row, heads, flat=False, findings=self._findings)
                self._observe(indicator, inner)
            texts = [cell.text for row in grid.rows for cell in row.cells if cell.text]
            comment = _without(comment, texts)
        return comment

    def _unit(self, indicator: Draft, entry: Entry) -> None:
        unit = values.unit_of(entry.text(Column.UNIT))
        indicator.values["unit"] = unit.value
        self._report(Code.UNREADABLE_VALUE, entry.spot, entry.text(Column.UNIT))

    def _observe(self, indicator: Draft, entry: Entry) -> None:
        if not any(entry.text(column) for column in _SERIES):
            return
        seen = indicator.add(Kind.OBSERVATION, entry.spot, period=entry.text(Column.PERIOD))
        for column, name in ((Column.OUTCOME, "outcome"), (Column.TARGET, "target")):
            text = entry.text(column)
            number = values.number(text) if text else None
            if number is not None:
                seen.values[name] = number
            elif text and column is Column.OUTCOME:
                seen.values["note"] = text
            elif text:
                seen.append("note", f"{_TARGET_LABEL}: {text}")
                self._report(Code.UNREADABLE_VALUE, entry.spot, text)
        self._answers(seen, entry)

    def _answers(self, seen: Draft, entry: Entry) -> None:
        text = entry.text(Column.ANSWERS)
        number = values.number(text) if text else None
        if number is not None and number == int(number):
            seen.values["n"] = int(number)
        elif text:
            self._report(Code.NO_OWNER, entry.spot, text)

    def _report(self, code: Code, spot: Spot, text: str) -> None:
        self._findings.append(Finding(code, spot, text))


def _without(comment: str, texts: list[str]) -> str:
    """The comment's lines less the lines that an inner table put among them."""
    lines = comment.split("\n")
    for line in "\n".join(texts).split("\n"):
        if line in lines:
            lines.remove(line)
    return "\n".join(lines)
