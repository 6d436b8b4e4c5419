"""What lies beside the desk: the wastebasket and the history, fetched when they are asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from qpdesk.domain.order import NodeId
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.desk import Desk


class Drawers(QObject):
    """Opens dialogs that stay beside the window while one works."""

    def __init__(self, desk: Desk, appearance: Appearance, window: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._appearance = appearance
        self._window = window
        self.open: dict[str, QDialog] = {}

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The actions that open a drawer, by name."""
        return {
            "wastebasket": self.show_wastebasket,
            "backups": self.show_backups,
            "conflicts": self.show_conflicts,
            "plan_history": self.show_plan_history,
            "item_history": self.show_item_history,
        }

    def show_wastebasket(self) -> None:
        """Show what has been deleted from the file."""
        from qpdesk.gui.dialogs.wastebasket import WastebasketDialog  # noqa: PLC0415 - not at start

        dialog = WastebasketDialog(self._desk.editor, self._appearance.icons, self._window)
        dialog.told.connect(self._desk.tell)
        dialog.restored.connect(self._desk.reveal)
        self._show("wastebasket", dialog)

    def show_backups(self) -> None:
        """Show the kept versions of the file."""
        from qpdesk.gui.dialogs.backups import BackupsDialog  # noqa: PLC0415 - not at start

        self._desk.side.save()
        dialog = BackupsDialog(self._desk.editor, self._window)
        dialog.told.connect(self._desk.tell)
        self._show("backups", dialog)

    def show_conflicts(self) -> None:
        """Show what people have said differently."""
        from qpdesk.gui.dialogs.conflicts import ConflictsDialog  # noqa: PLC0415 - not at start

        self._desk.side.save()
        dialog = ConflictsDialog(self._desk.editor, self._window)
        dialog.told.connect(self._desk.tell)
        dialog.wanted.connect(self._desk.reveal)
        if (item := self._desk.details.item) is not None:
            dialog.seek(item)
        self._show("conflicts", dialog)

    def show_plan_history(self) -> None:
        """Show what has happened to the plan in front."""
        self._show_history("plan_history", None)

    def show_item_history(self) -> None:
        """Show what has happened to the current item."""
        node = self._desk.current()
        self._show_history("item_history", self._desk.plan if node is None else node.id)

    def close(self) -> None:
        """Close all of them, before the file is."""
        for dialog in list(self.open.values()):
            dialog.close()

    def _show_history(self, name: str, item: NodeId | None) -> None:
        from qpdesk.gui.dialogs.history import HistoryDialog  # noqa: PLC0415 - not at start

        self._desk.side.save()
        dialog = HistoryDialog(self._desk.editor, self._desk.plan, item, self._window)
        dialog.told.connect(self._desk.tell)
        self._show(name, dialog)

    def _show(self, name: str, dialog: QDialog) -> None:
        if name in self.open:
            self.open[name].close()
        self.open[name] = dialog
        dialog.finished.connect(lambda _: self._closed(name, dialog))
        dialog.show()

    def _closed(self, name: str, dialog: QDialog) -> None:
        if self.open.get(name) is dialog:
            del self.open[name]
