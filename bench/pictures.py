"""How soon the risk matrix and the overview are seen of a plan with 10,000 risks: at most 200 ms.

From the action to the painted window, with last year's plan beside for the arrows. The first time
includes loading and making the widgets; the median is of showing the picture again after an edit.
"""

import gc
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from measure import median_seconds, report
from overview import large_years
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.icons import load_icons
from qpdesk.gui.main_window import MainWindow
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Colours

_AIM = 0.2  # seconds


def main() -> None:
    """Print the first and the later times of both pictures."""
    application = QApplication(sys.argv)
    load_icons()
    appearance = Appearance(application, Colours.LIGHT, 100)
    with TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder, "home"))
        document = Document(Path(folder, "Stor.qpd"), paths)
        document.apply(edits.graft(document.register, large_years(10_000), Deed.IMPORT))
        window = MainWindow(paths, appearance)
        window.resize(1340, 760)
        window.show()
        window.show_document(document)
        window.session.desk.show_plan(document.register.children()[1].id)
        window.grab()
        gc.freeze()  # as the program does when it has opened a file
        for name in ("view_matrix", "view_overview"):
            start = perf_counter()
            _show(window, name)
            report(f"{name}: 10,000 risks, first", perf_counter() - start, _AIM, aim=1)
            again = median_seconds(lambda name=name: _show(window, name), 5)
            report(f"{name}: 10,000 risks, again", again, _AIM, aim=1)
        window.close()


def _show(window: MainWindow, name: str) -> None:
    window._do("view_plan")  # noqa: SLF001 - as the action does
    window._do(name)  # noqa: SLF001
    window.pictures.made[name].grab()


if __name__ == "__main__":
    main()
