"""The verbs of the menu Hjälp: the guide at the chapter of what is in front, keys, the program."""

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QWidget

from qpdesk.gui.menus import Actions

if TYPE_CHECKING:
    from qpdesk.gui.session import Session  # it loads the trade; the first window must not

DEEDS = ("guide", "keys", "about")
"""The actions of the menu."""
_OF_PICTURES = {
    "view_follow_up": "follow-up",
    "view_indicators": "indicators",
    "view_matrix": "matrix",
    "view_overview": "overview",
    "view_reminders": "reminders",
    "view_preview": "reports",
    "view_plans": "plans",
}
_OF_PARTS = ("tree", "writing", "writing", "indicators")
"""The chapters of the desk's parts: risks and measures, chapters, footnotes, indicators."""


class Window(Protocol):
    """What the guidance needs of its window."""

    deeds: Actions
    session: "Session | None"

    @property
    def front(self) -> str:
        """The action of the view in front."""


def do(deed: str, window: QWidget) -> None:
    """Do what an action of the menu Hjälp says."""
    from qpdesk.gui import guide  # noqa: PLC0415 - not at start
    from qpdesk.gui.dialogs import about  # noqa: PLC0415 - not at start

    asked = cast("Window", window)
    if deed == "guide":
        guide.show_guide(window, chapter_of(asked))
    elif deed == "keys":
        about.KeysDialog(asked.deeds.with_keys(), window).exec()
    else:
        about.AboutDialog(window).exec()


def chapter_of(window: Window) -> str:
    """The chapter about what the user has in front."""
    if window.session is None:
        return "start"
    if window.front in _OF_PICTURES:
        return _OF_PICTURES[window.front]
    if window.session.desk.filter.field.hasFocus():
        return "find"
    return _OF_PARTS[window.session.desk.outlines.position]
