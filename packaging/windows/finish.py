"""Puts into an MSI what wixl leaves out and Windows Installer needs.

* Versions and languages of the files that have them. Without, an upgrade can keep an old library
  as "higher versioned" and then remove it.
* Short names, for file servers that demand them.
* The language in the summary and the code page of the Swedish texts.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from payload.commands import run
from windows.source import SWEDISH

CODE_PAGE = "\r\n\r\n1252\t_ForceCodepage\r\n"
AT_ONCE = 200
"""Queries in one call of msibuild."""
HEADER = 64
"""Bytes within which the fixed part of a version resource begins."""
CODE = (".exe", ".dll", ".pyd")


def finish(installer: Path, payload: Path) -> None:
    """Complete an MSI that wixl made of a payload.

    Raises:
        Trouble: msibuild refuses.
    """
    queries = [*_versions(installer, payload), *_short_names(installer)]
    for start in range(0, len(queries), AT_ONCE):
        words = [word for query in queries[start : start + AT_ONCE] for word in ("-q", query)]
        run(["msibuild", installer, *words])
    table = installer.with_suffix(".idt")
    table.write_text(CODE_PAGE, encoding="ascii", newline="")
    run(["msibuild", installer, "-i", table])
    table.unlink()
    about = dict(re.findall(r"^(.+?): (.*)$", run(["msiinfo", "suminfo", installer]), re.MULTILINE))
    package = about["Revision number (UUID)"].strip()
    title, author = about["Subject"], about["Author"]
    run(["msibuild", installer, "-s", title, author, f"x64;{SWEDISH}", package])


def file_version(content: bytes) -> tuple[str, int] | None:
    """The version and language that a program or library says it has; None if it says nothing."""
    start = content.find("VS_VERSION_INFO".encode("utf-16-le"))
    fixed = content.find(b"\xbd\x04\xef\xfe", start)
    if start < 0 or not 0 <= fixed - start < HEADER:
        return None
    high, low = struct.unpack_from("<II", content, fixed + 8)
    spoken = "Translation".encode("utf-16-le")
    place = content.find(spoken, fixed)
    at = place + len(spoken) + 2
    at += -(at - start + 6) % 4  # values start at whole double words of the resource
    language = struct.unpack_from("<H", content, at)[0] if place > 0 else 0
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}", language


def _versions(installer: Path, payload: Path) -> Iterator[str]:
    known: dict[tuple[str, int], tuple[str, int]] = {}
    for file in sorted(payload.rglob("*")):
        if file.suffix.lower() in CODE and (found := file_version(file.read_bytes())) is not None:
            known[file.name, file.stat().st_size] = found
    for ident, _, name, size, *_ in _rows(installer, "File"):
        if (of := known.get((name.rpartition("|")[2], int(size)))) is not None:
            version, language = of
            told = {"Version": version, "Language": str(language)}
            yield _update("File", told, ident)
            yield f"DELETE FROM `MsiFileHash` WHERE `File_`='{ident}'"  # noqa: S608  own ids


def _short_names(installer: Path) -> Iterator[str]:
    for table, column in (("File", "FileName"), ("Directory", "DefaultDir")):
        for ident, _, name, *_ in _rows(installer, table):
            if name not in (".", "SourceDir") and (both := short_and_long(name, ident)) != name:
                yield _update(table, {column: both}, ident)


def short_and_long(name: str, ident: str) -> str:
    """``SHORT.EXT|long name``; the name alone where it is short already or has both."""
    if "|" in name or re.fullmatch(r"[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?", name.upper()):
        return name
    extension = re.sub(r"[^A-Z0-9_]", "", name.rpartition(".")[2].upper())[:3]
    short = sha256(ident.encode()).hexdigest()[:8].upper()
    return f"{short}.{extension}|{name}" if "." in name and extension else f"{short}|{name}"


def _update(table: str, values: Mapping[str, str], ident: str) -> str:
    """A change of one row, in Windows Installer's SQL; a table's first column has its name."""
    told = ", ".join(f"`{column}`='{value}'" for column, value in values.items())
    return f"UPDATE `{table}` SET {told} WHERE `{table}`='{ident}'"  # noqa: S608  own ids


def _rows(installer: Path, table: str) -> Iterator[list[str]]:
    told = run(["msiinfo", "export", installer, table]).replace("\r", "")
    return (line.split("\t") for line in told.split("\n")[3:] if "\t" in line)
