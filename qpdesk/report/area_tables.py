"""The two tables of an area: the plan's five columns, the follow-up's three."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qpdesk.domain.nodes import Area, Control, Measure, Risk
from qpdesk.domain.register import Register
from qpdesk.domain.rules import scale_of
from qpdesk.domain.scale import Scale
from qpdesk.report import cells
from qpdesk.report.kinds import ReportKind
from qpdesk.report.looks import LANDSCAPE
from qpdesk.report.passages import Content, Look, Row
from qpdesk.report.rows import Group, groups
from qpdesk.report.sheet import Sheet
from qpdesk.report.words import Words


@dataclass(frozen=True, slots=True)
class AreaTables:
    """Writes areas, each with its heading and its table."""

    sheet: Sheet
    register: Register
    kind: ReportKind
    shares: Sequence[float]
    """The columns' widths, as parts of the page's."""
    words: Words
    pulse: Callable[[], None]
    """Called now and then; may raise, to stop the work."""

    def write(self, area: Area, level: int) -> None:
        """An area with its heading at this level; an empty one says that it is."""
        sheet = self.sheet
        sheet.turn(LANDSCAPE)
        with sheet.section():
            sheet.heading(level, area.title)
            if self.kind is ReportKind.PLAN:
                self._who_answers(area)
            whole = list(groups(self.register, area))
            if whole:
                self._table(area, whole)
            else:
                sheet.text(self.words.empty_area, Look.SMALL)
            sheet.notes()

    def _who_answers(self, area: Area) -> None:
        words = self.words
        for label, text in ((words.owner, area.owner), (words.routine, area.routine)):
            if text.strip():
                self.sheet.text(text, Look.SMALL, label=label)

    def _table(self, area: Area, whole: Sequence[Group]) -> None:
        words = self.words
        is_plan = self.kind is ReportKind.PLAN
        heads: Sequence[str] = words.plan_columns if is_plan else words.follow_up_columns
        summary = words.plan_table if is_plan else words.follow_up_table
        row_of = _planned if is_plan else _followed_up
        table = self.sheet.table(self.shares, heads, summary.format(area=area.title))
        for group in whole:
            rows = [row_of(self.register, group, i, words) for i in range(len(group.pairs))]
            table.add(rows, is_last=group is whole[-1])
            self.pulse()
        table.close()


def _planned(register: Register, group: Group, row: int, words: Words) -> Row:
    """A row of the plan's table."""
    pair = group.pairs[row]
    control, measure = pair.control, pair.measure
    planned = purpose = Content((), pair.reaches)
    done = to_do = Content()
    if control:
        planned = Content(tuple(cells.control_cell(register, control, words)), pair.reaches)
        purpose = Content(tuple(cells.purpose_cell(control)), pair.reaches)
    if measure:
        passages = tuple(cells.measure_cell(measure, words))
        done = Content(passages, is_below=_is_below(register, measure))
        to_do = Content(tuple(cells.what_to_do_cell(measure)))
    reached = (planned, purpose) if pair.reaches else (None, None)
    head = None if row else _head(register, group, cells.risk_cell, words)
    return (head, *reached, done, to_do)


def _followed_up(register: Register, group: Group, row: int, words: Words) -> Row:
    """A row of the follow-up's table."""
    pair = group.pairs[row]
    control = Content((), pair.reaches)
    if pair.control:
        passages = tuple(cells.followed_up_control(register, pair.control, words))
        control = Content(passages, pair.reaches)
    measure = Content()
    if pair.measure:
        passages = tuple(cells.followed_up_measure(register, pair.measure, words))
        measure = Content(passages, is_below=_is_below(register, pair.measure))
    head = None if row else _head(register, group, cells.risk_title, words)
    return (head, control if pair.reaches else None, measure)


def _is_below(register: Register, measure: Measure) -> bool:
    parent = measure.place.parent
    return parent is not None and isinstance(register.get(parent), Control)


def _head(
    register: Register,
    group: Group,
    cell: Callable[[Risk, Scale, Words], cells.Passages],
    words: Words,
) -> Content:
    """The risk's cell, as high as the group; an empty one is no head."""
    if group.risk is None:
        return Content((), len(group.pairs))
    passages = tuple(cell(group.risk, scale_of(register, group.risk.id), words))
    return Content(passages, len(group.pairs), is_head=True)
