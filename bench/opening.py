"""Opening files of 10,000 and 100,000 items, beside selecting their rows as tuples."""

import gc
import sys
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pysqlite3 import dbapi2

from large_plan import large_register
from measure import median_seconds, report
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import Kind, Status, kind_of
from qpdesk.services.checking import read_register
from qpdesk.services.document import Document
from qpdesk.store.collector import at_rest
from qpdesk.system.paths import Paths


def select_all(path: Path) -> list[object]:
    """All rows of all kinds as tuples."""
    connection = dbapi2.connect(str(path))
    rows = [row for kind in Kind for row in connection.execute(f"SELECT * FROM {kind}")]  # noqa: S608 - kinds are ours
    connection.close()
    return rows


def opening_and_selecting(path: Path, paths: Paths) -> tuple[float, float]:
    """Both medians in seconds, turn by turn; closing is not counted, but is done every time."""
    times: list[tuple[float, float]] = []
    for _ in range(9):
        gc.collect()
        start = perf_counter()
        document = Document(path, paths)
        opened = perf_counter() - start
        document.close()
        with at_rest():  # as ours does: the collector is no part of what is compared
            start = perf_counter()
            rows = select_all(path)
            times.append((opened, perf_counter() - start))
            del rows
    return median(our for our, _ in times), median(their for _, their in times)


def lengthen(document: Document, changes: int) -> None:
    """Add so many changes to the log that leave everything as it was."""
    measures = [node.id for node in document.register.walk() if kind_of(node) is Kind.MEASURE]
    for number in range(changes // len(measures)):
        status = list(Status)[number % 2]
        document.apply(edits.set_status(document.register, measures, status))


def measure(size: int) -> None:
    """Measure opening a known file of so many items, with a long log too, and publishing."""
    with TemporaryDirectory(dir=".") as folder:
        home = Path(folder)
        path = home / "stor.qpd"
        paths = Paths.under(home)
        with closing(Document(path, paths, author="Bänk")) as document:
            nodes = list(large_register(size).walk())
            document.apply(edits.graft(document.register, nodes, Deed.IMPORT))
            del nodes

        ours, reference = opening_and_selecting(path, paths)
        report(f"opening {size:,} items / rows as tuples", ours, reference, 3.0)
        with closing(Document(path, paths)) as document:
            lengthen(document, 100_000)
        long, _ = opening_and_selecting(path, paths)
        report(f"opening {size:,} with a log of 100,000 changes more / without", long, ours, 1.3)
        report("the same, checked in full", median_seconds(lambda: read_register(path), 3))
        with closing(Document(path, paths, author="Bänk")) as document:
            plan = document.register.children()[0]
            numbers = iter(range(100))

            def publish() -> None:
                edit = edits.rename(document.register, plan.id, f"Plan {next(numbers)}")
                document.apply(edit)
                document.publish()

            report(f"publishing {size:,} items", median_seconds(publish, 3))


def main() -> None:
    """Measure the sizes that are named, or else what we have promised something about."""
    for size in [int(size) for size in sys.argv[1:]] or [10_000, 100_000]:
        measure(size)


if __name__ == "__main__":
    main()
