"""Lays our own program beside the libraries, and turns all of it into byte code."""

import compileall
import os
import py_compile
import shutil
from email.message import Message
from pathlib import Path

from payload.recipe import VERSION, Recipe
from workshop.trouble import Trouble

FILE_MODE, FOLDER_MODE = 0o644, 0o755


def add_program(recipe: Recipe, site: Path) -> None:
    """Copy the package with its compiled assets, and the note that says which version it is.

    Raises:
        Trouble: The assets have not been compiled.
    """
    package = recipe.root / "qpdesk"
    if not (package / "assets" / "__init__.py").exists():
        raise Trouble("qpdesk/assets is missing: type python3 dev.py compile")
    shutil.copytree(package, site / "qpdesk", ignore=shutil.ignore_patterns("__pycache__"))
    said = site / "qpdesk" / "__init__.py"
    said.write_text(VERSION.sub(recipe.version, said.read_text(encoding="utf-8")), encoding="utf-8")
    about = Message()
    about["Metadata-Version"], about["Name"], about["Version"] = "2.1", "qpdesk", recipe.version
    note = site / f"qpdesk-{recipe.version}.dist-info"
    note.mkdir()
    (note / "METADATA").write_text(str(about), encoding="utf-8")


def compile_all(folder: Path, shown_as: str) -> None:
    """Put byte code in the sources' place, as in python.org's own zip.

    It is trusted as it is: nobody may write where the program is installed.

    Args:
        folder: What to compile.
        shown_as: The folder's name in tracebacks, instead of the path on the building machine.

    Raises:
        Trouble: A source does not compile.
    """
    if not compileall.compile_dir(
        folder,
        quiet=1,
        stripdir=str(folder),
        prependdir=shown_as,
        legacy=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    ):
        raise Trouble(f"Something in {folder} does not compile; the lines above say what.")
    for source in folder.rglob("*.py"):
        source.unlink()


def settle(payload: Path, moment: int, executables: frozenset[str] = frozenset()) -> None:
    """Give every file the same date, and the rights that the same file has on every machine."""
    for path in sorted(payload.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (moment, moment), follow_symlinks=False)
            continue
        runs = path.is_dir() or path.relative_to(payload).as_posix() in executables
        path.chmod(FOLDER_MODE if runs else FILE_MODE)
        os.utime(path, (moment, moment))
    payload.chmod(FOLDER_MODE)
    os.utime(payload, (moment, moment))


def size(payload: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in payload.rglob("*") if path.is_file())
