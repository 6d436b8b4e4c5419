"""Which number each footnote of a document gets, without a page being set."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

from typing_extensions import override

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.domain.text import references
from qpdesk.report.charts import Chart
from qpdesk.report.compositions import compose
from qpdesk.report.kinds import ReportKind
from qpdesk.report.notes import Notes
from qpdesk.report.passages import Badge, Look, Row
from qpdesk.report.sheet import Front, Grid, Sheet


def note_numbers(register: Register, plan: Plan, kind: ReportKind) -> dict[str, int]:
    """The printed number of each note that the document refers to, by key."""
    composition = compose(register, plan, kind)
    sheet = _CountingSheet(composition.notes())
    composition.write(sheet)
    return sheet.numbers


class _CountingSheet(Sheet):
    """A sheet that only counts, in the order in which paper is set."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._notes = Notes(texts)
        self.numbers: dict[str, int] = {}
        self._level = 0

    def read(self, *texts: str) -> None:
        """Count what the texts refer to."""
        for text in texts:
            for key in references(text):
                if referred := self._notes.refer(key):
                    self.numbers[key] = referred[0].number

    @override
    def cover(self, front: Front) -> None:
        self.read(*front.marks, front.title, front.target_group)
        self.read(*(said for _, said in front.facts))

    @override
    def turn(self, size: tuple[float, float]) -> None:
        pass

    @override
    def section(self) -> AbstractContextManager[object]:
        return nullcontext()

    @override
    def heading(self, level: int, text: str, *, is_listed: bool = True) -> int:
        self.read(text)
        self._level = min(level, self._level + 1, 6)
        return self._level

    @override
    def text(self, text: str, look: Look = Look.BODY, *, label: str = "") -> None:
        self.read(text)

    @override
    def chart(self, chart: Chart, alternative: str) -> None:
        pass

    @override
    def table(
        self, shares: Sequence[float], heads: Sequence[str], summary: str, width: float = 1
    ) -> Grid:
        self.read(*heads)
        return _CountingGrid(self)

    @override
    def space(self, height: float) -> None:
        pass

    @override
    def notes(self) -> None:
        while waiting := self._notes.waiting():
            self.read(*(note.text for note in waiting))


class _CountingGrid(Grid):
    def __init__(self, sheet: _CountingSheet) -> None:
        self._sheet = sheet

    @override
    def add(self, rows: Sequence[Row], *, is_last: bool = False) -> None:
        for row in rows:
            self._sheet.read(*_texts(row))

    @override
    def close(self) -> None:
        pass


def _texts(row: Row) -> Iterable[str]:
    """The texts of a row's cells in which references are looked for."""
    cells = [content for content in row if content is not None]
    passages = [passage for content in cells for passage in content.passages]
    return [passage.text for passage in passages if not isinstance(passage, Badge)]
