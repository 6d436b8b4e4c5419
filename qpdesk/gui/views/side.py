"""What stands beside the tree: the fields of one item, or what several have in common."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.detail_panel import DetailPanel
from qpdesk.gui.views.together_panel import TogetherPanel


class Side(QStackedWidget):
    """One panel in front; the one for several items is made when it is first needed."""

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
        self.setCurrentWidget(self.details)

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        self.details.save()
        if self.together is not None:
            self.together.save()

    def _show_together(self) -> None:
        if self.together is None:
            self.together = TogetherPanel(self._editor, self._appearance, self._tell, self)
            self.together.suggest(self._names)
            self.addWidget(self.together)
        self.details.save()
        self.together.show_items(self._chosen())
        self.setCurrentWidget(self.together)
