"""The sheet that one writes on: keys, menu and clipboard as people know them from Word."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from qpdesk.gui.looks.edges import frame_field
from qpdesk.gui.views.field_editors import is_shortcut_to_pass
from qpdesk.gui.views.writing import gestures
from qpdesk.gui.views.writing.clipboard import can_unpack, packed
from qpdesk.gui.views.writing.sheet import Sheet


class WritingSheet(Sheet):
    """Passes on what it cannot do alone as ``wanted``."""

    left = Signal()
    """The user has gone elsewhere."""
    menu_opened = Signal(QMenu)
    """Its context menu is about to be shown, and may be filled."""

    def do(self, name: str) -> None:
        """Carry out a gesture, or say that it is wanted."""
        if name in gestures.SHAPES:
            gestures.reshape(self, gestures.SHAPES[name])
        elif name in gestures.SHIFTS:
            gestures.shift_level(self, gestures.SHIFTS[name])
        else:
            self.wanted.emit(name)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the frame; the text's comes to the viewport
            done = super().event(event)
            frame_field(self)
            return done
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            can = {"can_undo": document.isUndoAvailable(), "can_redo": document.isRedoAvailable()}
            if is_shortcut_to_pass(event, **can):
                event.ignore()
                return True
            if gestures.gesture_of(event):
                event.accept()  # the window has other uses for some of these keys
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = gestures.gesture_of(event)
        if name:
            self.do(name)
        elif not gestures.typed(self, event):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.proof.menu(event)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opened.emit(menu)
        menu.popup(event.globalPos())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cutting = gestures.cut_out(self)
        shown = [gestures.as_shown(self, block.text) for block in cutting.blocks]
        return packed(cutting, shown)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_unpack(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        gestures.put_in(self, source)
