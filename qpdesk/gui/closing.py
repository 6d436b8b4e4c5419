"""Closes a file beside the window: a place that does not answer keeps nobody waiting for long."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from qpdesk.gui.tasks import Cancelled, Progress, Task
from qpdesk.gui.waiting import Waiting
from qpdesk.gui.words import messages, standing
from qpdesk.services.errors import StoreError

if TYPE_CHECKING:
    from qpdesk.services.document import Document

log = logging.getLogger(__name__)

_BOUND = 20_000  # milliseconds; a share that is away may keep a thread as long as it likes


def close(document: "Document", on_its_way: Task | None, window: QWidget) -> None:
    """Publish what is not published and let go of the file: at once, or as soon as nobody waits.

    Args:
        document: The file; nobody listens to it any more.
        on_its_way: What is still being done with it beside the window.
        window: Above which window to say what is being waited for.
    """

    def ended(_progress: Progress) -> None:
        if on_its_way is not None:
            on_its_way.wait()
        document.close()

    waiting, words = Waiting(window), standing.waits_to_close(document.path)
    try:
        waiting.result(Task(ended, window), words, standing.close_anyway(), _BOUND)
    except Cancelled:
        log.warning("closed before the file was written: its place does not answer")
        document.leave()
    except StoreError as error:
        # The working copy has it all and is taken up at the next opening.
        QMessageBox.warning(window, "QPDesk", messages.left_behind(error))
    waiting.deleteLater()
