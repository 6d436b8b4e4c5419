"""Compiles ui/ and resources/ into qpdesk/assets/, when they are not what was compiled last."""

import subprocess
from pathlib import Path

from workshop.trouble import Trouble


def refresh(root: Path, python: Path) -> None:
    """See to it that the assets are those of today's forms and resources.

    Raises:
        Trouble: a form, a picture or a translation has a fault; Qt's tool has said which.
    """
    script = root / "packaging" / "compile_assets.py"
    done = subprocess.run([python, script, "--if-changed"], check=False, cwd=root)
    if done.returncode != 0:
        raise Trouble("ui/ and resources/ could not be compiled; the lines above say why.")
