"""The example förvaltning: plans of an invented municipality, brought in as any plan is."""

from pathlib import Path

from qpdesk import assets
from qpdesk.services.document import Document
from qpdesk.services.importing import import_edit, read_source
from qpdesk.system.paths import Paths


def make_example(path: Path, paths: Paths) -> None:
    """Make a .qpd with the example plans, the latest year first.

    Args:
        path: The file, which must not be there yet.
        paths: The folders of this installation.

    Raises:
        FileExistsError: There is something already; it is untouched.
        StoreError: It could not be written.
    """
    if path.exists():
        raise FileExistsError(path)
    document = Document(path, paths)
    try:
        for source in example_files():
            edit = import_edit(document.register, read_source(source), source.name)
            document.apply(edit)
    finally:
        document.close()


def example_files() -> list[Path]:
    """The example plans in the open format, in the order they stand in the file."""
    folder = Path(assets.__file__).parent / "example"
    return sorted(folder.glob("*.json"), key=lambda path: (-_year(path), path.name))


def _year(path: Path) -> int:
    """The year in a name such as ``kvalitetsplan-2026-vuxna``."""
    return int(path.stem.split("-")[1])
