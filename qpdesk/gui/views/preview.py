"""A document as it will be printed: it follows the plan, can be searched, saved and printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qpdesk.domain.nodes import Plan, title_of
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.reader import Reader
from qpdesk.gui.views.proof_bar import ProofBar
from qpdesk.gui.views.proof_foot import ProofFoot
from qpdesk.gui.views.proof_maker import ProofMaker
from qpdesk.gui.views.proof_pages import ProofPages
from qpdesk.gui.views.proof_painting import ProofPainting
from qpdesk.gui.views.proof_place import Place, moved
from qpdesk.gui.views.proof_printing import ProofPrinting
from qpdesk.gui.views.proof_search import ProofSearch
from qpdesk.gui.views.proof_side import ProofSide
from qpdesk.gui.views.proof_text import ProofText
from qpdesk.gui.words import documents, files, readiness
from qpdesk.services.printing import Report, ReportKind

if TYPE_CHECKING:  # loads PDFium, which is the reader's thread's affair
    from qpdesk.services.proofs import Bookmark, Draft

_WAYS = {"next_hit": 1, "previous_hit": -1}
_TYPING = 200  # milliseconds between two keys of a search


@dataclass(frozen=True, slots=True)
class _Outline:
    sizes: tuple[tuple[float, float], ...] = ()
    bookmarks: "tuple[Bookmark, ...]" = ()


class PreviewView(QWidget):
    """The pages in the middle, the tools above, the ways into the document beside."""

    told = Signal(str)
    finding_wanted = Signal(object)
    """A ``Finding`` whose item is to be shown."""
    save_wanted = Signal(object, str)
    """A ``Report``, and the ending of its file."""

    def __init__(
        self,
        editor: Editor,
        appearance: Appearance,
        profile: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._plan: NodeId | None = None
        self._shown: Report | None = None
        self._outline = _Outline()
        self.reader = Reader(self)
        self.search = ProofSearch(self.reader, self)
        self.printing = ProofPrinting(self.reader, self)
        self.maker = ProofMaker(editor, profile, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._look)
        self._build(appearance)
        self._connect()

    # ------------------------------------------------------------- what the page asks

    def show_plans(self, plans: Sequence[NodeId]) -> None:
        """Show a document of the first of these plans."""
        was, self._plan = self._plan, next(iter(plans), None)
        self._offer()
        if self.maker.follows or self._shown is None or was != self._plan:
            self._make()  # the municipality's look may have changed, too

    def begin(self) -> None:
        """Put the focus on the pages."""
        shown = self.text if self.bar.as_text.isChecked() else self.pages
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self, what: str) -> None:
        """Go to the next or the previous hit, or let the user type what to look for."""
        if what in _WAYS:
            self.search.step(_WAYS[what])
            return
        self.bar.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.query.selectAll()

    def end(self) -> None:
        """Stop all work, and let go of the document."""
        self._typing.stop()
        self.maker.end()
        self.printing.cancel()
        self.reader.end()

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the plan as it is now."""
        return not (self.maker.is_stale or self.maker.is_working or self.reader.is_opening)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.maker.is_seen = True

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.maker.is_seen = False

    # ------------------------------------------------------------- the document

    def _report(self) -> Report | None:
        """The document that is chosen."""
        register = self._editor.register
        if self._plan is None or self._plan not in register:
            return None
        part = str(self.bar.part.currentData() or documents.WHOLE)
        kind = ReportKind(self.bar.kind.currentData() or ReportKind.PLAN)
        area = NodeId(part.removeprefix(documents.AREA))
        unit = part.removeprefix(documents.UNIT) if part.startswith(documents.UNIT) else ""
        return Report(self._plan, kind, area if area != part and area in register else None, unit)

    def _make(self) -> None:
        """Make the document anew."""
        self._offer()
        if (report := self._report()) is not None:
            self.maker.want(report)

    def _made(self, report: Report, made: "Draft") -> None:
        place = self.pages.place if self._outline.sizes and report == self._shown else None
        self._shown = report
        self.side.show_findings(made.findings)
        self.foot.lacking.setText(readiness.summary(made.findings))
        then = partial(self._opened, place)
        self.reader.open(
            made.sheets.data, lambda proof: _Outline(proof.sizes, proof.bookmarks()), then
        )

    def _opened(self, place: Place | None, found: object) -> None:
        """Show the new document, where one was reading in the old."""
        before, self._outline = self._outline, cast("_Outline", found)
        sizes, marks = self._outline.sizes, self._outline.bookmarks
        self.painting.sizes = sizes
        kept = None if place is None else moved(place, before.bookmarks, marks)
        self.side.show_document(len(sizes), marks)
        self.pages.show_pages(sizes, kept)
        self.search.look_for(self.search.query, max(0, self.pages.page), len(sizes), goes=False)
        if self.bar.as_text.isChecked():
            self.text.renew()

    def _failed(self, error: Exception) -> None:
        words = files.trouble(error)
        if not words:
            raise error  # a fault of ours: to the log and the crash dialog
        self.foot.state.setText(words)
        self.told.emit(words)

    def _cancel(self) -> None:
        """Stop printing, or leave the document as it is and follow no more."""
        if self.printing.is_busy:
            self.printing.cancel()
        else:
            self.bar.follow.setChecked(False)
            self.maker.cancel()

    def _follow(self, follows: bool) -> None:
        self.maker.follows = follows
        if follows and self.maker.is_stale:
            self._make()
        self._say_what_goes_on()

    def _printing(self, words: str) -> None:
        self.foot.state.setText(words)
        self._say_what_goes_on()

    def _say_what_goes_on(self) -> None:
        self.foot.say_what_goes_on(self.maker, is_printing=self.printing.is_busy)

    # ------------------------------------------------------------- where one is

    def _page_changed(self, page: int) -> None:
        count = len(self._outline.sizes)
        self.bar.show_page(page + 1, count)
        self.side.show_page(page)
        self.pages.setAccessibleName(documents.page_of(page + 1, count))

    def _zoomed(self) -> None:
        self.bar.show_percent(self.pages.percent, fits_width=self.pages.fits_width)

    def _go_to_page(self, number: int) -> None:
        self.pages.go_to(Place(number - 1, 0))

    def _show_text(self, wanted: bool) -> None:
        """Show the pages, or their words alone."""
        if wanted:
            self.text.renew()
        self.stack.setCurrentWidget(self.text if wanted else self.pages)

    # ------------------------------------------------------------- search

    def _look(self) -> None:
        pages = len(self._outline.sizes)
        self.search.look_for(self.bar.query.text(), max(0, self.pages.page), pages)

    def _show_hits(self, goes: bool) -> None:
        search = self.search
        self.pages.show_hits(search.hits, search.current, goes=goes)
        self.bar.show_hits(search.words, some=bool(search.hits))
        if goes:
            self.told.emit(search.words)
        if goes and self.bar.as_text.isChecked():
            self.text.go_to(search.query)

    # ------------------------------------------------------------- out of the window

    def _print(self) -> None:
        """Ask for a printer, and print on it."""
        if self.printing.is_busy or not self.is_settled or self._shown is None:
            self.told.emit(self.tr("Vänta tills sidorna är klara."))
            return
        name = title_of(self._editor.register[self._shown.plan])
        self.printing.ask(name, len(self._outline.sizes), self.pages.page)

    def _save(self, suffix: str) -> None:
        report = self._report()
        if report is not None:
            self.save_wanted.emit(report, suffix)

    # ------------------------------------------------------------- the parts

    def _offer(self) -> None:
        plan = self._editor.register.get(self._plan) if self._plan is not None else None
        if isinstance(plan, Plan):
            parts = documents.parts(self._editor.register, plan)
            self.bar.offer_reports(documents.kinds(plan), parts)

    def _build(self, appearance: Appearance) -> None:
        self.bar = ProofBar(appearance.icons, self)
        self.pages = ProofPages(self)
        self.pages.setAccessibleName(self.tr("Sidor"))
        self.text = ProofText(self.reader, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.pages)
        self.stack.addWidget(self.text)
        self.side = ProofSide(self._editor.register, appearance.icons, self)
        self.painting = ProofPainting(self.reader, self.pages, self.side)
        split = QSplitter(self)
        split.addWidget(self.stack)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([900, 320])
        split.setChildrenCollapsible(False)
        self.foot = ProofFoot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        bar, pages, side = self.bar, self.pages, self.side
        self.maker.made.connect(self._made)
        self.maker.failed.connect(self._failed)
        self.maker.changed.connect(self._say_what_goes_on)
        bar.report_wanted.connect(self._make)
        bar.follow_changed.connect(self._follow)
        bar.step_wanted.connect(pages.step)
        bar.percent_wanted.connect(pages.set_percent)
        bar.fit_wanted.connect(pages.fit_width)
        bar.page_wanted.connect(self._go_to_page)
        bar.query_changed.connect(lambda _: self._typing.start())
        bar.hit_wanted.connect(self.search.step)
        bar.text_wanted.connect(self._show_text)
        bar.save_wanted.connect(self._save)
        bar.print_wanted.connect(self._print)
        self.search.changed.connect(self._show_hits)
        self.printing.told.connect(self.told)
        self.printing.changed.connect(self._printing)
        pages.page_changed.connect(self._page_changed)
        pages.zoomed.connect(self._zoomed)
        side.place_wanted.connect(pages.go_to)
        side.finding_wanted.connect(self.finding_wanted)
        self.foot.stop.clicked.connect(lambda _=False: self._cancel())
        self.foot.renew.clicked.connect(lambda _=False: self._make())
        renew = QShortcut(QKeySequence("F5"), self)
        renew.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        renew.activated.connect(self._make)
