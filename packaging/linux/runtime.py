"""Python for Linux: Debian's own build of 3.11, which apt proves with Debian's signature.

It ships with us so that the program runs where there is no Python or another one, and is cut off
from every other Python by the same kind of ``_pth`` file that Windows' embeddable one has.
"""

import shutil
from pathlib import Path

from payload.commands import run
from workshop.trouble import Trouble

PACKAGES = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")
SEARCH_PATH = "python3.11\npython3.11/lib-dynload\n../lib\n"
"""Where modules come from, relative to the interpreter; the file's presence isolates Python."""
NAME = "qpdesk"
"""The interpreter's file name, which is what lists of processes show."""

LEFT_OUT = {
    "lib-dynload/_ssl.*": "no TLS in an offline program",
    "lib-dynload/_hashlib.*": "needs OpenSSL; hashlib has Python's own instead",
    "lib-dynload/_sqlite3.*": "the store brings a newer SQLite",
    "lib-dynload/_test*": "Python's own tests",
    "lib-dynload/_xx*": "Python's own tests",
    "lib-dynload/xx*": "Python's own tests",
    "lib-dynload/_ctypes_test.*": "Python's own tests",
    "lib-dynload/_curses*": "no terminal programs",
    "lib-dynload/readline.*": "no terminal programs",
    "lib-dynload/_dbm.*": "no such databases",
    "lib-dynload/nis.*": "no network directory",
    "lib-dynload/ossaudiodev.*": "the program makes no sound",
    "lib-dynload/audioop.*": "the program makes no sound",
    "lib-dynload/_crypt.*": "no passwords",
    "lib-dynload/_codecs_*": "the program reads UTF-8 and the zip files of Office",
    "sitecustomize.py": "a link to the machine's own",
    "test": "Python's own tests",
    "unittest": "nobody tests with an installed program",
    "doctest.py": "nobody tests with an installed program",
    "pdb.py": "nobody debugs an installed program",
    "pydoc.py": "no Python manual",
    "venv": "no environments beside this one",
    "distutils": "nothing is built where the program is installed",
    "wsgiref": "no servers",
    "smtpd.py": "no servers",
    "xmlrpc": "no network",
    "ftplib.py": "no network",
    "imaplib.py": "no network",
    "nntplib.py": "no network",
    "poplib.py": "no network",
    "smtplib.py": "no network",
    "telnetlib.py": "no network",
    "mailbox.py": "no mail",
    "pydoc_data": "no Python manual",
    "turtle.py": "no drawing lessons",
}
"""What of Debian's Python does not ship, and why."""


def fetch_runtime(scratch: Path) -> Path:
    """Debian's packages unpacked; the folder comes back.

    Raises:
        Trouble: apt cannot get them, or does not trust where they come from.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    trusted = ["-o", "APT::Get::AllowUnauthenticated=false", "-o", "APT::Sandbox::User=root"]
    run(["apt-get", *trusted, "download", *PACKAGES], cwd=scratch, what="Fetching Debian's Python")
    for package in sorted(scratch.glob("*.deb")):
        run(["dpkg-deb", "--extract", package, scratch / "root"])
    return scratch / "root"


def lay_runtime(source: Path, target: Path) -> str:
    """Copy interpreter and standard library to a folder; Debian's version comes back.

    Raises:
        Trouble: Something that should be left out is not there any more: the list needs care.
    """
    target.mkdir(parents=True)
    shutil.copyfile(source / "usr/bin/python3.11", target / NAME)
    library = target / "python3.11"
    shutil.copytree(source / "usr/lib/python3.11", library, symlinks=True)
    for pattern in LEFT_OUT:
        if not (found := list(library.glob(pattern))):
            raise Trouble(
                f"{pattern} is not in Debian's Python; linux/runtime.py should forget it."
            )
        for path in found:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
    (target / f"{NAME}._pth").write_text(SEARCH_PATH, encoding="ascii")
    return _version(source.parent)


def licence(source: Path) -> Path:
    """The text of Python's licence as Debian gives it."""
    return source / "usr/share/doc/libpython3.11-minimal/copyright"


def _version(folder: Path) -> str:
    package = next(folder.glob("python3.11-minimal_*.deb"))
    return package.name.split("_")[1].replace("%3a", ":")
