"""What stands beside the tree: one item's fields, what several have in common, running text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.detail_panel import DetailPanel

if TYPE_CHECKING:
    from qpdesk.gui.views.together_panel import TogetherPanel
    from qpdesk.gui.views.writing.running_text import RunningText


class Side(QStackedWidget):
    """One panel in front; all but the one for one item's fields are made when first needed."""

    entered = Signal(object)
    """The id of the chapter that is being written in now."""
    text_left = Signal()
    """The user wants back from the running text."""

    def __init__(
        self,
        editor: Editor,
        appearance: Appearance,
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._tell = tell
        self._names: Callable[[], list[str]] = list
        self._chosen: Callable[[], list[NodeId]] = list
        self._fill = QTimer(self)
        self._fill.setSingleShot(True)
        self._fill.timeout.connect(self._show_together)
        self.details = DetailPanel(editor, appearance, self)
        self.together: TogetherPanel | None = None
        self.text: RunningText | None = None
        self._has_text = False
        self.addWidget(self.details)

    def ask_names(self, names: Callable[[], list[str]]) -> None:
        """Where those who are responsible for something are found."""
        self._names = names
        self.details.suggest(names)

    def follow(self, count: int, chosen: Callable[[], list[NodeId]]) -> None:
        """So many items are selected now; ``chosen`` tells which, when there is time to ask."""
        self._chosen = chosen
        if count > 1:
            self._fill.start(0)  # a thousand rows are selected before their fields are read
        else:
            self.show_one()

    def show_one(self) -> None:
        """Bring the fields of one item to the front."""
        self._fill.stop()
        if self.together is not None:
            self.together.show_items([])
        self.setCurrentWidget(self.text if self._has_text and self.text else self.details)

    @property
    def is_writing(self) -> bool:
        """Whether running text is what stands here, or comes back when one item is chosen."""
        return self._has_text

    def show_fields(self) -> None:
        """Bring one item's fields to the front, and not the running text."""
        if self._has_text:
            self.save()
        self._has_text = False
        self.show_one()

    def show_text(self, plan: NodeId | None, chapter: NodeId | None) -> None:
        """Bring the running text of a plan to the front, at a chapter."""
        if self.text is None:
            from qpdesk.gui.views.writing.running_text import (  # noqa: PLC0415 - not at start
                RunningText,
            )

            self.text = RunningText(self._editor, self._appearance, self)
            self.text.told.connect(self._tell)
            self.text.chapter_entered.connect(self.entered)
            self.text.left.connect(self.text_left)
            self.addWidget(self.text)
        self._has_text = True
        self.text.show_plan(plan)
        self.show_one()
        self.go_to(chapter)

    def show_plan(self, plan: NodeId | None) -> None:
        """The plan in front is another."""
        if self.text is not None:
            self.text.show_plan(plan if self._has_text else None)

    def go_to(self, chapter: NodeId | None) -> None:
        """Bring a chapter of the running text into sight."""
        if self.text is not None and self._has_text and chapter is not None:
            self.text.show_chapter(chapter)

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        self.details.save()
        if self.together is not None:
            self.together.save()
        if self.text is not None:
            self.text.save()

    def _show_together(self) -> None:
        if self.together is None:
            from qpdesk.gui.views.together_panel import (  # noqa: PLC0415 - not at start
                TogetherPanel,
            )

            self.together = TogetherPanel(self._editor, self._appearance, self._tell, self)
            self.together.suggest(self._names)
            self.addWidget(self.together)
        self.save()
        self.together.show_items(self._chosen())
        self.setCurrentWidget(self.together)
