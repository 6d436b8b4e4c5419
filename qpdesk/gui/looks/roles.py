"""What a widget that paints itself is to a screen reader: Qt knows only its own kinds."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE, _KEPT = "role_for_screen_readers", "interface_for_screen_readers"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers be told what the widget is."""
    _listen()
    setattr(widget, _ROLE, role)


@cache
def _listen() -> None:
    """Once in the program's life: let Qt ask us."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, _ROLE, None)
    if not isinstance(thing, QWidget) or role is None:
        return None
    made = QAccessibleWidget(thing, role)
    setattr(thing, _KEPT, made)  # Qt does not keep the Python half of it alive
    return made
