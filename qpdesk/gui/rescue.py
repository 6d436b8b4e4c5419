"""Files that are damaged, gone or open elsewhere: asks only what nobody but the user can know."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qpdesk.gui.dialogs.question import ask
from qpdesk.gui.words import standing
from qpdesk.services.errors import Damaged, NotAPlanFile, StoreError
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.services.document import Document
    from qpdesk.services.history import Presence

translate = QCoreApplication.translate


class Wish(Enum):
    """What to do about a file that could not be opened."""

    PUT_RIGHT = auto()
    """Put it right from what is kept here; what stands there is kept too."""
    LEAVE = auto()
    """The user was asked, and wants it left alone."""
    UNASKED = auto()
    """Nothing can be done about it here."""


def can_put_back(path: Path, paths: Paths) -> bool:
    """Whether a file that is gone has been worked in here, and could stand there again."""
    from qpdesk.services.document import is_known  # noqa: PLC0415 - not at start

    return path.parent.is_dir() and is_known(path, paths)


def wish(error: StoreError, path: Path, paths: Paths, window: QWidget) -> Wish:
    """What to do: a damaged file is put right; about another kind of file, the user is asked."""
    if isinstance(error, Damaged):
        return Wish.PUT_RIGHT
    if not isinstance(error, NotAPlanFile) or not can_put_back(path, paths):
        return Wish.UNASKED
    choices = [
        translate("Rescue", "&Lägg tillbaka arbetet"),
        translate("Rescue", "&Rör den inte"),
    ]
    answer = ask(window, standing.shall_restore(path), "", choices)
    return Wish.LEAVE if answer else Wish.PUT_RIGHT


def welcome(document: "Document", other: "Presence", window: QWidget) -> bool:
    """Ask how to open a file that another has open; closed again when the user thinks again."""
    choices = [
        translate("Rescue", "&Arbeta vidare"),
        translate("Rescue", "&Bara läsa"),
        translate("Rescue", "A&vbryt"),
    ]
    words = standing.opened_by(other, document.path)
    answer = ask(window, words, standing.what_two_can_do(), choices)
    document.is_for_reading = answer > 0
    if answer == len(choices) - 1:
        document.leave()  # nothing of ours stands there: the note is the other's
        return False
    return True
