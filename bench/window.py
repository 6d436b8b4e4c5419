"""How soon the window is there, and how soon the last plan is, as whole processes in one run.

Bound for the window: a bare QMainWindow. Bound for the last plan: a bare QMainWindow that then
imports SQLAlchemy Core and selects the rows of the same working copy with it.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from measure import report

ROUNDS = int(os.environ.get("QPDESK_BENCH_ROUNDS", "15"))

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
def painted():
    application.processEvents()
    os._exit(0)
QTimer.singleShot(0, painted)
application.exec()
"""

BARE_WITH_ROWS = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
def rows():
    from sqlalchemy import create_engine, inspect, text
    engine = create_engine("sqlite:///" + sys.argv[1])
    with engine.connect() as connection:
        for table in sys.argv[2:]:
            connection.execute(text(f"SELECT * FROM {table}")).all()
    application.processEvents()
    os._exit(0)
QTimer.singleShot(0, rows)
application.exec()
"""

# Ours come in by the front door, and end when everything that waits has been done and painted.
OURS = """
import os, sys
from qpdesk import __main__ as door
def hurried():
    main = plain()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from qpdesk.gui.main_window import MainWindow
    def painted():
        QApplication.processEvents()
        os._exit(0)
    def opened(window, path):
        if sys.argv[1] == "opened":
            opens(window, path)
            assert window.session is not None
        QTimer.singleShot(0, painted)
    opens, MainWindow.open_first = MainWindow.open_first, opened
    return main
plain, door._window = door._window, hurried
door.main(sys.argv[2:])
"""

PREPARE = """
import sys
from pathlib import Path
from qpdesk.services.example import make_example
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
paths, path = Paths.of_user(), Path(sys.argv[1])
make_example(path, paths)
Document(path, paths).close()
"""


def main() -> None:
    """Print both measurements."""
    with tempfile.TemporaryDirectory() as folder:
        home, file = Path(folder, "home"), Path(folder, "Exempel.qpd")
        environment = _as_installed(Path(folder, "bytecode")) | {"QPDESK_HOME": str(home)}
        _run(environment, PREPARE, str(file))
        copy = next(home.joinpath("working").rglob("plan.db"))
        empty = environment | {"QPDESK_HOME": str(Path(folder, "empty"))}
        window = _medians((empty, OURS, "shown"), (empty, BARE))
        report("window shown", *window, aim=1.6)
        tables = _tables(copy)
        plan = _medians(
            (environment, OURS, "opened", str(file)),
            (environment, BARE_WITH_ROWS, str(copy), *tables),
        )
        report("last plan visible", *plan, aim=1.5)


def _as_installed(bytecode: Path) -> dict[str, str]:
    """The environment of an installed program: nothing is compiled at its start."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    return kept | {"PYTHONPYCACHEPREFIX": str(bytecode)}


def _tables(copy: Path) -> list[str]:
    """The tables that items lie in: every one that has a column ``parent``."""
    connection = sqlite3.connect(f"file:{copy}?mode=ro", uri=True)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema")]
    tables = [
        name
        for name in names
        if any(column[1] == "parent" for column in connection.execute(f"PRAGMA table_info({name})"))
    ]
    connection.close()
    return tables


def _medians(*runs: tuple[dict[str, str] | str, ...]) -> list[float]:
    """The median wall time of each kind of process, taken in turn, the first round not counted."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS + 1):
        for kept, (environment, *arguments) in zip(times, runs, strict=True):
            start = perf_counter()
            _run(environment, *arguments)
            kept.append(perf_counter() - start)
    return [median(kept[1:]) for kept in times]


def _run(environment: dict[str, str], script: str, *arguments: str) -> None:
    command = [sys.executable, "-c", script, *arguments]
    subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
