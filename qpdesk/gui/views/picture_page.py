"""A page of the window with one picture: its name, the plans it is about, and the way back."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.heading import Heading, fit_headings
from qpdesk.gui.views.plan_chooser import plan_words


class Picture(Protocol):
    """What stands on the page."""

    def show_plans(self, plans: list[NodeId]) -> None:
        """Show some plans."""

    def begin(self) -> None:
        """Put the focus where work begins. A focus proxy would cut the rest off from Tab."""


class PicturePage(QWidget):
    """One plan, or all plans of the file at once.

    Large text may need more room than the window has: then the page can be scrolled, and what has
    the focus is brought into sight. Without that the window would grow out of the screen.
    """

    left = Signal()
    """The user wants back to the tree."""

    def __init__(
        self,
        title: str,
        view: QWidget,
        parent: QWidget | None = None,
        *,
        has_all: bool = True,
        has_scope: bool = True,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._has_all = has_all
        self._has_scope = has_scope
        self._plans: list[NodeId] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.addWidget(Heading(title, 1.3, self))
        row.addStretch(1)
        self.scope = Chooser(28, self)
        self.scope.setAccessibleName(self.tr("Planer som visas"))
        self.scope.activated.connect(lambda _: self.read())
        row.addWidget(self.scope)
        back = QToolButton(self)
        back.setText(self.tr("Till planen"))
        back.setToolTip(self.tr("Till planen (Esc)"))
        back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back.clicked.connect(lambda _=False: self.left.emit())
        row.addWidget(back)
        column.addLayout(row)
        self._around = QScrollArea(self)
        self._around.setWidgetResizable(True)
        self._around.setFrameShape(QFrame.Shape.NoFrame)
        self._around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around.setWidget(view)
        column.addWidget(self._around, 1)
        self.setAccessibleName(title)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._bring_into_sight)

    def offer(self, plans: Sequence[Plan], current: NodeId | None) -> None:
        """Give the plans to choose from; "all" stays chosen, else the one in front is."""
        self._plans = [plan.id for plan in plans]
        was_all = self.scope.count() > 0 and self.scope.currentData() is None
        with QSignalBlocker(self.scope):
            self.scope.clear()
            for plan in plans:
                self.scope.addItem(plan_words(plan), plan.id)
            if self._has_all and len(plans) > 1:
                self.scope.addItem(self.tr("Alla planer i filen ({0})").format(len(plans)), None)
            wanted = self.scope.findData(current)
            self.scope.setCurrentIndex(self.scope.count() - 1 if was_all else max(wanted, 0))
        self.scope.setVisible(self._has_scope and len(plans) > 1)

    def read(self) -> None:
        """Show the chosen plans as they are now."""
        chosen = self.scope.currentData()
        cast("Picture", self.view).show_plans(self._plans if chosen is None else [chosen])

    def begin(self) -> None:
        """Put the focus where work begins."""
        cast("Picture", self.view).begin()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_headings(self)

    def _bring_into_sight(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self.view.isAncestorOf(focused):
            self._around.ensureWidgetVisible(focused)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
