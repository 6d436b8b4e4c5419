"""Opening a file of 10,000 items, beside selecting its rows as tuples."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pysqlite3 import dbapi2

from large_plan import large_register
from measure import median_pair, median_seconds, report
from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import Kind
from qpdesk.services.checking import read_register
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths


def select_all(path: Path) -> list[object]:
    """All rows of all kinds as tuples."""
    connection = dbapi2.connect(str(path))
    rows = [row for kind in Kind for row in connection.execute(f"SELECT * FROM {kind}")]  # noqa: S608 - kinds are ours
    connection.close()
    return rows


def main() -> None:
    """Measure opening a known file, a new one, and publishing."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory(dir=".") as folder:
        home = Path(folder)
        path = home / "stor.qpd"
        paths = Paths.under(home)
        document = Document(path, paths, author="Bänk")
        nodes = list(large_register(size).walk())
        document.apply(edits.graft(document.register, nodes, Deed.IMPORT))
        document.close()

        def reopen() -> None:
            Document(path, paths).close()

        ours, reference = median_pair(reopen, lambda: select_all(path), 9)
        report(f"opening {size} items / rows as tuples", ours, reference, 3.0)
        report("the same, checked in full", median_seconds(lambda: read_register(path), 3))
        document = Document(path, paths, author="Bänk")
        plan = document.register.children()[0]
        numbers = iter(range(100))

        def publish() -> None:
            edit = edits.rename(document.register, plan.id, f"Plan {next(numbers)}")
            document.apply(edit)
            document.publish()

        report(f"publishing {size} items", median_seconds(publish, 3))
        document.close()


if __name__ == "__main__":
    main()
