"""From rows of a plan table to risks, controls and measures: what hangs under what.

A measure in a row with a risk hangs under the risk, beside its controls; in a row without risk but
with a control under the control; else straight under the area. A cell that is merged over rows
continues the same item. Equal titles are different items, but in a sheet (``flat``) a title that
is written out again in the next row is the same item.
"""

from collections.abc import Iterator

from qpdesk.domain.nodes import LEVELS, Kind
from qpdesk.exchange import values
from qpdesk.exchange.cards import read_card
from qpdesk.exchange.columns import Column
from qpdesk.exchange.draft import Draft
from qpdesk.exchange.entries import Entry
from qpdesk.exchange.findings import Code, Finding, Spot

_CONTROL_FIELDS = {
    Column.PURPOSE: "purpose",
    Column.METHOD: "method",
    Column.FREQUENCY: "frequency",
    Column.SCOPE: "scope",
}
_SHARED_FIELDS = {Column.RESPONSIBLE: "responsible", Column.FOLLOW_UP: "follow_up"}
_DUE_LABEL = "Klar senast"
_REFERENCE_LABEL = "Se kommentaren till"
_LEVEL_LABEL = "Risknivå"
_SCALE = {1, 2, 3, 4}


class Branch:
    """Where in the tree the reading of an area's rows stands."""

    def __init__(self, area: Draft, findings: list[Finding]) -> None:
        self.area = area
        self.risk: Draft | None = None
        self.control: Draft | None = None
        self.measure: Draft | None = None
        self._findings = findings
        self._repeated: set[str] = set()  # ids

    def read(self, entry: Entry) -> None:
        """Add what one row of a plan table says."""
        self.enter_risk(entry)
        control = self._enter_control(entry)
        measure = self._enter_measure(entry)
        self._fill_control(entry, control)
        self._fill_measure(entry, measure)
        self._fill_shared(entry, measure or control)

    def report(self, code: Code, spot: Spot, text: str) -> None:
        """Note something for the person who imports."""
        self._findings.append(Finding(code, spot, text))

    def title(self, text: str, spot: Spot) -> str:
        """A cell's text as a title; several paragraphs are joined, and that is reported."""
        if "\n" in text:
            self.report(Code.JOINED_TITLE, spot, text)
        return " ".join(text.split("\n"))

    def add_control(self, title: str, spot: Spot) -> Draft:
        """A new control under the row's risk, or under the area."""
        self.control = (self.risk or self.area).add(Kind.CONTROL, spot, title=title)
        return self.control

    def add_measure(self, title: str, spot: Spot, *, below: bool = False) -> Draft:
        """A new measure under the row's risk, else its control, else the area.

        ``below``: under its control first, where the file says so.
        """
        owner = (self.control if below else None) or self.risk or self.control or self.area
        self.measure = owner.add(Kind.MEASURE, spot, title=title)
        return self.measure

    def enter_risk(self, entry: Entry) -> None:
        """Start the row's risk, go on with the one above, or leave it."""
        text = entry.text(Column.RISK)
        if not text:
            if Column.RISK not in entry.continued:
                self.risk = None
            self._stray_levels(entry)
            return
        if entry.is_card(Column.RISK):
            self._risk_card(entry, text)
            return
        level = values.split_level(text)
        title = self.title(level.rest, entry.spot)
        if not title:
            self._late_level(level, entry.spot)
            self._stray_levels(entry)
            return
        if entry.flat and self.risk and self.risk.text("title") == title:
            self._expect_same_level(entry)
            self._note_repeated(self.risk, entry.spot)
            return
        self.risk = self.area.add(Kind.RISK, entry.spot, title=title)
        self.control = None
        self._judge(self.risk, level, entry)

    def _risk_card(self, entry: Entry, text: str) -> None:
        card = read_card(Kind.RISK, text)
        self.risk = self.area.add(Kind.RISK, entry.spot, title=card.title)
        self.control = None
        for column in (Column.LIKELIHOOD, Column.CONSEQUENCE):
            if said := card.fields.get(column.value):
                entry.texts[column] = said
        card.fill(self.risk)
        self._judge(self.risk, values.Level(card.level, "", ""), entry)

    def control_card(self, text: str, spot: Spot) -> Draft:
        """A new control, as its printed cell says."""
        card = read_card(Kind.CONTROL, text)
        control = self.add_control(card.title, spot)
        card.fill(control)
        return control

    def measure_card(self, text: str, spot: Spot, *, below: bool) -> Draft:
        """A new measure, as its printed cell says."""
        card = read_card(Kind.MEASURE, text)
        measure = self.add_measure(card.title, spot, below=below)
        card.fill(measure)
        if other := card.fields.get("status_reference"):
            self._refer(measure, other)
        return measure

    def _refer(self, measure: Draft, title: str) -> None:
        """Let the measure's status refer to the item with this title, nearest first."""
        for item in filter(None, (self.control, self.risk, *_below(self.area))):
            if item.text("title") == title and item is not measure:
                measure.values["status_reference"] = item.id
                return
        measure.append("status_reason", f"{_REFERENCE_LABEL}: {title}")

    def _enter_control(self, entry: Entry) -> Draft | None:
        text = entry.text(Column.CONTROL)
        if not text:
            if Column.CONTROL not in entry.continued:
                self.control = None
            return self.control
        if entry.is_card(Column.CONTROL):
            return self.control_card(text, entry.spot)
        title = self.title(text, entry.spot)
        if entry.flat and self.control and self.control.text("title") == title:
            self._note_repeated(self.control, entry.spot)
            return self.control
        return self.add_control(title, entry.spot)

    def _enter_measure(self, entry: Entry) -> Draft | None:
        text = entry.text(Column.MEASURE)
        if entry.is_card(Column.MEASURE):
            return self.measure_card(text, entry.spot, below=entry.is_below(Column.MEASURE))
        if text:
            return self.add_measure(self.title(text, entry.spot), entry.spot)
        description = entry.text(Column.WHAT_TO_DO)
        if Column.MEASURE in entry.continued and self.measure:
            return self.measure
        if not description:
            self.measure = None
            return None
        self.report(Code.JOINED_ROW, entry.spot, description)
        if entry.only(Column.WHAT_TO_DO) and self.measure:
            return self.measure  # a row that a page break split
        first, _, rest = description.partition("\n")
        entry.texts[Column.WHAT_TO_DO] = rest
        return self.add_measure(first, entry.spot)

    def _fill_control(self, entry: Entry, control: Draft | None) -> None:
        for column, name in _CONTROL_FIELDS.items():
            text = entry.text(column)
            if text and control:
                control.append(name, text)
            elif text:
                self.report(Code.NO_OWNER, entry.spot, text)

    def _fill_measure(self, entry: Entry, measure: Draft | None) -> None:
        if measure is None:
            for column in (Column.DUE, Column.STATUS, Column.REASON):
                if text := entry.text(column):
                    self.report(Code.NO_OWNER, entry.spot, text)
            return
        measure.append("what_to_do", entry.text(Column.WHAT_TO_DO))
        if due := entry.text(Column.DUE):
            self._due(measure, due, entry.spot)
        if status := entry.text(Column.STATUS):
            self._status(measure, status, entry.spot)
        measure.append("status_reason", entry.text(Column.REASON))

    def _fill_shared(self, entry: Entry, owner: Draft | None) -> None:
        for column, name in _SHARED_FIELDS.items():
            text = entry.text(column)
            if text and owner:
                owner.append(name, text)
            elif text:
                self.report(Code.NO_OWNER, entry.spot, text)

    def _due(self, measure: Draft, text: str, spot: Spot) -> None:
        day = values.read_date(text)
        if day:
            measure.values["due"] = day.isoformat()
        else:
            measure.append("what_to_do", f"{_DUE_LABEL}: {text}")
            self.report(Code.UNREADABLE_VALUE, spot, text)

    def _status(self, measure: Draft, text: str, spot: Spot) -> None:
        status, rest = values.split_status(text)
        if status is None:
            status, rest = values.split_word_status(text)
        if status is None:
            self.report(Code.UNKNOWN_STATUS, spot, text)
            return
        measure.values["status"] = status.value
        if rest:
            measure.append("status_reason", rest)
            self.report(Code.GUESSED_STATUS, spot, text)

    def _judge(self, risk: Draft, level: values.Level, entry: Entry) -> None:
        """Give the risk its level, from its own cell or from columns of their own."""
        if level.number is not None:
            self._set_level(risk, level.number, entry.spot)
        if level.mark.isalpha():
            self.report(Code.LEVEL_MARK, entry.spot, level.mark)
        for other in level.others:
            self.report(Code.SEVERAL_LEVELS, entry.spot, other)
        if text := entry.text(Column.LEVEL):
            number = values.read_level(text)
            if number is None:
                self._keep_as_text(risk, text, entry.spot)
            else:
                self._set_level(risk, number, entry.spot)
        self._factors(risk, entry)

    def _set_level(self, risk: Draft, number: int, spot: Spot) -> None:
        if number in LEVELS:
            risk.values["level"] = number
        else:
            risk.append("rationale", f"{_LEVEL_LABEL} {number}")
            self.report(Code.IMPOSSIBLE_LEVEL, spot, f"{risk.text('title')}: {number}")

    def _factors(self, risk: Draft, entry: Entry) -> None:
        known: dict[str, int] = {}
        for column in (Column.LIKELIHOOD, Column.CONSEQUENCE):
            text = entry.text(column)
            number = values.number(text) if text else None
            if number in _SCALE:
                known[column.value] = int(number or 0)
            elif text:
                self._keep_as_text(risk, text, entry.spot)
        level = risk.values.get("level")
        product = known.get("likelihood", 0) * known.get("consequence", 0)
        if product and level not in {None, product}:
            for number in known.values():
                self._keep_as_text(risk, str(number), entry.spot)
            return
        risk.values.update(known)
        if product:
            risk.values["level"] = product

    def _keep_as_text(self, risk: Draft, text: str, spot: Spot) -> None:
        risk.append("rationale", text)
        self.report(Code.UNREADABLE_VALUE, spot, text)

    def _stray_levels(self, entry: Entry) -> None:
        """Levels in a row without a risk of its own."""
        for column in (Column.LEVEL, Column.LIKELIHOOD, Column.CONSEQUENCE):
            if text := entry.text(column):
                self.report(Code.NO_OWNER, entry.spot, text)

    def _late_level(self, level: values.Level, spot: Spot) -> None:
        """A cell with nothing but a level: that of the risk above, which a page break split."""
        if self.risk and self.risk.values.get("level") is None and level.number is not None:
            self._set_level(self.risk, level.number, spot)
            self.report(Code.JOINED_ROW, spot, f"{_LEVEL_LABEL} {level.number}")
        else:
            self.risk = None
            self.report(Code.NO_OWNER, spot, f"{_LEVEL_LABEL} {level.number}")

    def _note_repeated(self, item: Draft, spot: Spot) -> None:
        """Say once for each item that further rows were read as the same one."""
        if item.id not in self._repeated:
            self._repeated.add(item.id)
            self.report(Code.REPEATED_ITEM, spot, item.text("title"))

    def _expect_same_level(self, entry: Entry) -> None:
        """A repeated risk should say the same; what differs is reported."""
        known = self.risk.values if self.risk else {}
        for column in (Column.LEVEL, Column.LIKELIHOOD, Column.CONSEQUENCE):
            text = entry.text(column)
            if text and values.read_level(text) != known.get(column.value):
                self.report(Code.NO_OWNER, entry.spot, text)


def _below(draft: Draft) -> Iterator[Draft]:
    for child in draft.children:
        yield child
        yield from _below(child)
