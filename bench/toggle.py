"""One status toggle, kept for ever with its history, beside the barest commit of SQLite."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from pysqlite3 import dbapi2

from large_plan import large_register
from measure import median_pair, report
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths

_SIZE = 10_000
_PRAGMAS = ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL")


def bare_update(file: Path) -> Callable[[], object]:
    """What toggles a status in one table of as many rows, with the same promises of the disk."""
    connection = dbapi2.connect(str(file), isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE measure (id TEXT PRIMARY KEY, status TEXT, title TEXT)")
    connection.execute("BEGIN")
    rows = ((f"{number:032x}", "ongoing", "x" * 300) for number in range(_SIZE))
    connection.executemany("INSERT INTO measure VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    numbers = iter(range(10**9))

    def update() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE measure SET status = ? WHERE id = ?",
            (str(number), f"{number * 7919 % _SIZE:032x}"),
        )
        connection.execute("COMMIT")

    return update


def main() -> None:
    """Measure both in turn, on the same disk."""
    with TemporaryDirectory(dir=".") as folder:
        home = Path(folder)
        document = Document(home / "stor.qpd", Paths.under(home), author="Bänk")
        nodes = list(large_register(_SIZE).walk())
        document.apply(edits.graft(document.register, nodes, Deed.IMPORT))
        measures = [node.id for node in nodes if kind_of(node) is Kind.MEASURE]
        turns = iter(range(10**9))

        def toggle() -> None:
            measure = measures[next(turns) * 7919 % len(measures)]
            document.apply(edits.cycle_status(document.register, [measure]))

        ours, reference = median_pair(toggle, bare_update(home / "bare.db"), 600, warm_up=20)
        report("status toggle committed / bare UPDATE", ours, reference, 1.5)
        document.close()


if __name__ == "__main__":
    main()
