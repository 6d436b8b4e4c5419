"""One status toggle, kept for ever with its history, beside the barest commit of SQLite.

A toggle is acknowledged when it is on the disk and shown. Log and tables are entered later, many at
a time: the second line has that work in it, spread over the toggles.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

from pysqlite3 import dbapi2

from large_plan import large_register
from measure import median_pair, report
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import Kind, Status, kind_of
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths

_SIZE = 10_000
_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "cache_size = -65536",
    "foreign_keys = ON",
)
_MANY = 640  # of which every sixty-fifth enters what waits
_WARM_UP = 1_100  # commits, so that both write-ahead logs have reached their size and wrapped


def bare_update(file: Path, measures: Sequence[str]) -> Callable[[], object]:
    """What toggles a status in a copy of the very same file, with the same promises of the disk."""
    connection = dbapi2.connect(str(file), isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    cursor = connection.cursor()
    numbers = iter(range(10**9))
    statuses = [status.value for status in Status]

    def update() -> None:
        number = next(numbers)
        measure = measures[number * 7919 % len(measures)]
        status = statuses[(number // len(measures) + 1) % 3]
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("UPDATE measure SET status = ? WHERE id = ?", (status, measure))
        cursor.execute("COMMIT")

    return update


def mean_seconds(action: Callable[[], object]) -> float:
    """The mean time of one call, in seconds: what is done now and then is in it."""
    start = perf_counter()
    for _ in range(_MANY):
        action()
    return (perf_counter() - start) / _MANY


def main() -> None:
    """Measure both in turn, on the same disk."""
    with TemporaryDirectory(dir=".") as folder:
        home = Path(folder)
        document = Document(home / "stor.qpd", Paths.under(home), author="Bänk")
        nodes = list(large_register(_SIZE).walk())
        document.apply(edits.graft(document.register, nodes, Deed.IMPORT))
        measures = [node.id for node in nodes if kind_of(node) is Kind.MEASURE]
        document.publish()
        copy = home / "bare.db"
        copyfile(document.path, copy)
        update = bare_update(copy, measures)
        turns = iter(range(10**9))

        def toggle() -> None:
            measure = measures[next(turns) * 7919 % len(measures)]
            document.apply(edits.cycle_status(document.register, [measure]))

        ours, reference = median_pair(toggle, update, 600, warm_up=_WARM_UP)
        report("status toggle committed / bare UPDATE", ours, reference, 1.5)
        report("the same, entered in log and tables", mean_seconds(toggle), mean_seconds(update))
        document.close()


if __name__ == "__main__":
    main()
