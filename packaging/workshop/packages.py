"""Builds the installers: hands over to ``packaging/package.py``, which needs Qt and Debian."""

import shutil
import subprocess
from argparse import Namespace
from pathlib import Path

from workshop.trouble import Trouble


def run(root: Path, python: Path, asked: Namespace) -> int:
    """Build, and try them if that was asked for; the exit code comes back.

    Raises:
        Trouble: this is no Debian, whose tools make both systems' packages.
    """
    if shutil.which("apt-get") is None:
        raise Trouble("The installers, Windows' too, are built on Debian 12.")
    words = ["--test"] if asked.test else []
    words += ["--only", asked.only] if asked.only else []
    script = root / "packaging" / "package.py"
    return subprocess.run([python, script, *words], check=False).returncode
