"""A document as it will be printed: it follows the plan, can be searched, saved and printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.nodes import Plan, title_of
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.reader import Reader, Urgency
from qpdesk.gui.views.paper_job import picture_of
from qpdesk.gui.views.proof_bar import ProofBar
from qpdesk.gui.views.proof_maker import ProofMaker
from qpdesk.gui.views.proof_pages import ProofPages
from qpdesk.gui.views.proof_place import Place, moved
from qpdesk.gui.views.proof_printing import ProofPrinting
from qpdesk.gui.views.proof_search import ProofSearch
from qpdesk.gui.views.proof_side import SMALL, ProofSide
from qpdesk.gui.words import documents, files, readiness
from qpdesk.services.printing import Report, ReportKind

if TYPE_CHECKING:  # loads PDFium, which is the reader's thread's affair
    from qpdesk.services.proofs import Bookmark, Draft, Proof

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
        self.lacking.setText(readiness.summary(made.findings))
        then = partial(self._opened, place)
        self.reader.open(
            made.sheets.data, lambda proof: _Outline(proof.sizes, proof.bookmarks()), then
        )

    def _opened(self, place: Place | None, found: object) -> None:
        """Show the new document, where one was reading in the old."""
        before, self._outline = self._outline, cast("_Outline", found)
        sizes, marks = self._outline.sizes, self._outline.bookmarks
        kept = None if place is None else moved(place, before.bookmarks, marks)
        self.side.show_document(len(sizes), marks)
        self.pages.show_pages(sizes, kept)
        self.search.look_for(self.search.query, max(0, self.pages.page), len(sizes), goes=False)
        if self.bar.as_text.isChecked():
            self._show_text(wanted=True)

    def _failed(self, error: Exception) -> None:
        words = files.trouble(error)
        if not words:
            raise error  # a fault of ours: to the log and the crash dialog
        self.state.setText(words)
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
        self.state.setText(words)
        self._say_what_goes_on()

    def _say_what_goes_on(self) -> None:
        """One line below the pages: what is done now, or that the pages are older than the plan."""
        maker, is_printing = self.maker, self.printing.is_busy
        is_old = maker.is_stale and not maker.is_working
        self.stop.setVisible(maker.is_slow or is_printing)
        self.renew.setVisible(is_old)
        if maker.is_slow:
            self.state.setText(self.tr("Uppdaterar förhandsvisningen …"))
        elif is_old and not maker.follows:
            self.state.setText(self.tr("Sidorna visar planen före de senaste ändringarna."))
        elif not is_printing and not is_old:
            self.state.setText("")

    # ------------------------------------------------------------- pages in sight

    def _want_pages(self) -> None:
        """Have the pages in sight painted, and nothing that no longer is."""
        self.reader.forget(Urgency.IN_SIGHT)
        scale, ratio = self.pages.scale, self.devicePixelRatioF()
        for page in self.pages.in_sight():
            work = partial(_picture, page, scale * ratio)
            then = partial(self._show_picture, page, scale)
            self.reader.ask(("page", page), Urgency.IN_SIGHT, work, then)
        if (page := self.pages.page) >= 0:
            self.reader.ask("words", Urgency.IN_SIGHT, lambda proof: proof.text(page), self._read)

    def _show_picture(self, page: int, scale: float, picture: object) -> None:
        if scale == self.pages.scale:
            self.pages.show_picture(page, cast("QImage", picture))

    def _read(self, words: object) -> None:
        """Let a screen reader read the page."""
        self.pages.setAccessibleDescription(str(words))

    def _want_small(self, page: int) -> None:
        if page < len(self._outline.sizes):
            scale = SMALL / max(self._outline.sizes[page]) * self.devicePixelRatioF()
            then = partial(self._show_small, page)
            self.reader.ask(("small", page), Urgency.AHEAD, partial(_picture, page, scale), then)

    def _show_small(self, page: int, picture: object) -> None:
        self.side.small.show_picture(page, cast("QImage", picture))

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
            self.reader.ask("text", Urgency.SEARCH, _text, self._fill_text)
        self.stack.setCurrentWidget(self.text if wanted else self.pages)

    def _fill_text(self, words: object) -> None:
        bar = self.text.verticalScrollBar()
        was = bar.value()
        self.text.setPlainText(str(words))
        bar.setValue(was)

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
        if goes and self.bar.as_text.isChecked() and not self.text.find(search.query):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(search.query)

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
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Dokumentets text"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.pages)
        self.stack.addWidget(self.text)
        self.side = ProofSide(self._editor.register, appearance.icons, self)
        split = QSplitter(self)
        split.addWidget(self.stack)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([900, 320])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        self.state, self.lacking = QLabel(self), QLabel(self)
        for label in (self.state, self.lacking):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.stop, self.renew = QToolButton(self), QToolButton(self)
        self.stop.setText(self.tr("Avbryt"))
        self.renew.setText(self.tr("Uppdatera (F5)"))
        row.addWidget(self.state)
        for button in (self.stop, self.renew):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.lacking)
        self.state.setMinimumHeight(self.stop.sizeHint().height())
        return row

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
        pages.wanted.connect(self._want_pages)
        pages.page_changed.connect(self._page_changed)
        pages.zoomed.connect(self._zoomed)
        side.place_wanted.connect(pages.go_to)
        side.finding_wanted.connect(self.finding_wanted)
        side.small_wanted.connect(self._want_small)
        self.stop.clicked.connect(lambda _=False: self._cancel())
        self.renew.clicked.connect(lambda _=False: self._make())
        renew = QShortcut(QKeySequence("F5"), self)
        renew.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        renew.activated.connect(self._make)


def _picture(page: int, scale: float, proof: "Proof") -> QImage:
    return picture_of(proof.pixels(page, scale))


def _text(proof: "Proof") -> str:
    """All pages' words, each page under its number."""
    count = len(proof.sizes)
    pages = (f"{documents.page_of(page + 1, count)}\n{proof.text(page)}" for page in range(count))
    return "\n\n".join(pages)
