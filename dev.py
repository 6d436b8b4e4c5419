#!/usr/bin/env python3
"""The two commands a new machine needs: ``python3 dev.py run`` and ``python3 dev.py test``.

Needs Python 3.11 and nothing else; everything it does is in ``packaging/workshop/``. This file is
written so that an older Python can read it too, and say which one is wanted.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WANTED = (3, 11)


def main():  # noqa: ANN201  an older Python must be able to read this file
    """Hand over to the workshop; the exit code comes back."""
    if sys.version_info[:2] != WANTED:
        print(which_python(), file=sys.stderr)
        return 1
    # packaging/ must never be a package: it would hide the library of that name
    sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "bench")]
    from workshop.commands import main as work  # noqa: PLC0415  only 3.11 can read the workshop

    return work(sys.argv[1:], ROOT)


def which_python():  # noqa: ANN201  as above
    """One line that says which Python is wanted and, where it is here, what to type."""
    wanted, found = ("{}.{}".format(*v[:2]) for v in (WANTED, sys.version_info))
    words = " ".join(["dev.py", *sys.argv[1:]])
    launcher = "py -3.11" if sys.platform == "win32" else "python3.11"
    if shutil.which(launcher.split(maxsplit=1)[0]):
        advice = f"Type: {launcher} {words}"
    else:
        advice = f"Install Python {wanted}, then type: {launcher} {words}"
    return f"QPDesk needs Python {wanted}, and this is Python {found}. {advice}"


if __name__ == "__main__":
    sys.exit(main())
