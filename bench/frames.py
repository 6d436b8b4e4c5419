"""The tree at 10,000 open rows: frames while scrolling, selecting all, setting a status on many.

Bound for a frame: a QTreeView of the same size over Qt's own QStandardItemModel, filled alike.
"""

import gc
import os
import tempfile
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget
from typing_extensions import override

from measure import median_pair, median_seconds, report
from qpdesk.domain.changes import Added, Deed, Edit
from qpdesk.domain.nodes import Area, Control, Measure, Plan, Risk, new_id
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.icons import load_icons
from qpdesk.gui.main_window import MainWindow
from qpdesk.gui.views.desk import Desk
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Colours

DUE = date(2026, 1, 31)
ITEMS, BULK, FRAMES = 10_000, 1_000, 60
WORDS = "Rutinen för överlämning mellan dag och natt följs inte alltid och någon väntar för länge"


def main() -> None:
    """Print the measurements."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    load_icons()
    appearance = Appearance(application, Colours.LIGHT, 100)
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder, "home"))
        document = Document(Path(folder, "stor.qpd"), paths)
        document.apply(_large_plan())
        window = MainWindow(paths, appearance)
        window.resize(1366, 768)
        window.show()
        start = perf_counter()
        window.show_document(document)
        application.sendPostedEvents()
        gc.freeze()  # as the program does when it has opened a file
        report("10,000 items shown", perf_counter() - start)
        gc.freeze()  # as the program does when it has opened a file
        assert window.session is not None  # noqa: S101 - it has just been made
        desk = window.session.desk
        bare = _bare_tree(desk.tree)
        ours, theirs = median_pair(_scroller(desk.tree), _scroller(bare), FRAMES, warm_up=5)
        report("frame while scrolling 10,000", ours, theirs, aim=1.5)
        report("Ctrl+A at 10,000, painted", _all_seconds(desk, 9), 0.15, aim=1)
        for query, hits in (("ö", "all"), ("dag och", "most"), ("lånad", "a tenth of")):
            seconds = _typed_seconds(desk, query, 5)
            report(f"key stroke that hits {hits} 10,000, painted", seconds, 0.1, aim=1)
        report("key stroke that hits none, painted", _typed_seconds(desk, "xyz", 5), 0.1, aim=1)
        desk.filter.clear()
        measures = [n.id for n in document.register.walk() if isinstance(n, Measure)][:BULK]
        desk.tree.select_ids(measures)
        painted = _Painted(desk.tree.viewport())
        deeds = cycle([_action(window, "Ctrl+3"), _action(window, "Ctrl+2")])

        def bulk() -> None:
            painted.times = 0
            next(deeds).trigger()
            application.processEvents()
            assert painted.times  # noqa: S101 - what is measured goes to the painted frame

        ours = median_seconds(bulk, 9, warm_up=2)
        report("Ctrl+3 on 1,000, saved and repainted, against 100 ms", ours, 0.1, aim=1)
        window.close()


def _action(window: MainWindow, keys: str) -> QAction:
    """What these keys do in the window."""
    actions = window.findChildren(QAction)
    return next(action for action in actions if action.shortcut() == QKeySequence(keys))


class _Painted(QObject):
    """Counts how often a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, when the painting is to begin; it is done when the events have been seen to."""
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def _large_plan() -> Edit:
    """One plan: areas with risks with a control each and measures, all in all 10,000."""
    plan = Plan(place=Place(None, "V"), title="Stor plan", year=2026)
    nodes = [plan]
    keys = keys_after("", ITEMS + 100)

    def add(kind: type, parent: NodeId, title: str = WORDS, **values: object) -> NodeId:
        node = kind(id=new_id(), place=Place(parent, keys[len(nodes)]), title=title, **values)
        nodes.append(node)
        return node.id

    while len(nodes) < ITEMS:
        area = add(Area, plan.id)
        for _ in range(10):
            risk = add(Risk, area, level=9)
            control = add(Control, risk, responsible="Enhetschef", follow_up=WORDS)
            hidden_by_one = "Lånad bil söks" if len(nodes) % 2 else WORDS
            for words in (WORDS, WORDS, hidden_by_one):
                values = {"title": words, "follow_up": words, "due": DUE}
                add(Measure, control, responsible="Samordnare", **values)
    return Edit(Deed.IMPORT, tuple(Added(node) for node in nodes))


def _bare_tree(ours: QTreeView) -> QTreeView:
    """Qt's own model and delegate over the same words and icons, in columns of the same width."""
    copy = QStandardItemModel()
    _copy_rows(ours.model(), copy.invisibleRootItem(), None)
    tree = QTreeView()
    tree.setModel(copy)
    tree.setUniformRowHeights(True)
    tree.setWordWrap(True)
    tree.setIconSize(ours.iconSize())
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.resize(ours.size())
    tree.expandAll()
    for column in range(copy.columnCount()):
        tree.setColumnWidth(column, ours.columnWidth(column))
        tree.setColumnHidden(column, ours.isColumnHidden(column))
    tree.show()
    return tree


def _copy_rows(model: object, parent: QStandardItem, index: object) -> None:
    under = (index,) if index is not None else ()
    for row in range(model.rowCount(*under)):
        items = []
        for column in range(model.columnCount()):
            at = model.index(row, column, *under)
            item = QStandardItem(at.data() or "")
            icon = at.data(1)
            if isinstance(icon, QIcon):
                item.setIcon(icon)
            items.append(item)
        parent.appendRow(items)
        _copy_rows(model, items[0], model.index(row, 0, *under))


def _all(desk: Desk) -> None:
    desk.outlines.select_all()
    desk.tree.viewport().grab()


def _all_seconds(desk: Desk, rounds: int) -> float:
    """The median time from one selected row to all of them."""
    times = []
    for _ in range(rounds):
        desk.tree.go_to_first()
        start = perf_counter()
        _all(desk)
        times.append(perf_counter() - start)
    return median(times)


def _typed(desk: Desk, query: str) -> None:
    """Look for one word after another, as after a key stroke that is followed by rest."""
    for words in (query[:-1], query):
        desk.filter.field.setText(words)
    desk.filter._ask()  # noqa: SLF001 - what the timer of rest does
    QApplication.sendPostedEvents()
    desk.tree.viewport().grab()


def _typed_seconds(desk: Desk, query: str, rounds: int) -> float:
    """The median time from all rows to those that are found."""
    times = []
    for _ in range(rounds):
        desk.filter.clear()
        desk.tree.go_to_first()
        QApplication.sendPostedEvents()
        start = perf_counter()
        _typed(desk, query)
        times.append(perf_counter() - start)
    return median(times)


def _scroller(tree: QTreeView) -> partial[None]:
    bar = tree.verticalScrollBar()
    places = cycle(range(0, bar.maximum(), max(1, bar.maximum() // 500)))

    def frame() -> None:
        bar.setValue(next(places))
        tree.viewport().grab()

    return partial(frame)


if __name__ == "__main__":
    main()
